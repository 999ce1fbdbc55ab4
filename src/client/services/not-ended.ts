/** Leaves a service whose order has been accepted and has not ended; what comes out is `pending()`. */
export class NotEnded extends Error {}
