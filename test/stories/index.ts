import type { Stories } from '../support/world.ts'
import { absenceStories } from './absence.ts'
import { afterDrainingStories } from './after-draining.ts'
import { applicationStories } from './applications.ts'
import { approvedStories } from './approved.ts'
import { argumentStories } from './arguments.ts'
import { backAgainStories } from './back-again.ts'
import { bookStories } from './books.ts'
import { boundStories } from './bound.ts'
import { causeStories } from './causes.ts'
import { claimStories } from './claims.ts'
import { clockStories } from './clocks.ts'
import { closureStories } from './closure.ts'
import { confirmationStories } from './confirmations.ts'
import { contactStories } from './contacts.ts'
import { contradictionStories } from './contradictions.ts'
import { currencyStories } from './currency.ts'
import { custodyStories } from './custody.ts'
import { damageStories } from './damage.ts'
import { decidingStories } from './deciding.ts'
import { defenceStories } from './defences.ts'
import { deviceStories } from './devices.ts'
import { dispositionStories } from './dispositions.ts'
import { doubledStories } from './doubled.ts'
import { eachKindStories } from './each-kind.ts'
import { endingStories } from './endings.ts'
import { erasureStories } from './erasure.ts'
import { evidenceStories } from './evidence.ts'
import { excessStories } from './excess.ts'
import { failureStories } from './failures.ts'
import { followUpStories } from './follow-ups.ts'
import { givenUpStories } from './given-up.ts'
import { groundStories } from './grounds.ts'
import { hazardStories } from './hazards.ts'
import { hearingStories } from './hearing.ts'
import { heldEvidenceStories } from './held-evidence.ts'
import { helpStories } from './help.ts'
import { holdStories } from './holds.ts'
import { hostStories } from './host.ts'
import { inWhoseNameStories } from './in-whose-name.ts'
import { irreversibleStories } from './irreversible.ts'
import { lateFactStories } from './late-facts.ts'
import { limitStories } from './limits.ts'
import { measureStories } from './measures.ts'
import { moneyStories } from './money.ts'
import { moveStories } from './moves.ts'
import { noteStories } from './notes.ts'
import { nothingLeftStories } from './nothing-left.ts'
import { onFileStories } from './on-file.ts'
import { onTheWayStories } from './on-the-way.ts'
import { oneDeviceStories } from './one-device.ts'
import { oneOfTwoStories } from './one-of-two.ts'
import { outOfOrderStories } from './out-of-order.ts'
import { outlivedStories } from './outlived.ts'
import { overtakenStories } from './overtaken.ts'
import { paidStories } from './paid.ts'
import { paperStories } from './papers.ts'
import { partialStories } from './partial.ts'
import { partyStories } from './parties.ts'
import { payoutMethodStories } from './payout-methods.ts'
import { periodStories } from './periods.ts'
import { plannedWorkStories } from './planned-work.ts'
import { proofStories } from './proofs.ts'
import { readingStories } from './readings.ts'
import { reasonStories } from './reasons.ts'
import { rejectionStories } from './rejections.ts'
import { reminderStories } from './reminders.ts'
import { requestStories } from './requests.ts'
import { restedStories } from './rested.ts'
import { resumedStories } from './resumed.ts'
import { roleStories } from './roles.ts'
import { saidByPaperStories } from './said-by-papers.ts'
import { selfServiceStories } from './self-service.ts'
import { servedStories } from './served.ts'
import { serviceStories } from './service.ts'
import { settlementStories } from './settlement.ts'
import { signedStories } from './signed.ts'
import { staysHomeStories } from './stays-home.ts'
import { stepStories } from './steps.ts'
import { tailStories } from './tail.ts'
import { takenBackStories } from './taken-back.ts'
import { testedPartStories } from './tested-parts.ts'
import { thirdPartyStories } from './third-party.ts'
import { twoDeviceStories } from './two-devices.ts'
import { twoReasonStories } from './two-reasons.ts'
import { unreadStories } from './unread.ts'
import { wayStories } from './ways.ts'
import { wipedStories } from './wiped.ts'

export const stories: Stories = {
  ...hazardStories,
  ...hearingStories,
  ...applicationStories,
  ...closureStories,
  ...clockStories,
  ...inWhoseNameStories,
  ...lateFactStories,
  ...serviceStories,
  ...doubledStories,
  ...endingStories,
  ...defenceStories,
  ...deviceStories,
  ...custodyStories,
  ...erasureStories,
  ...failureStories,
  ...helpStories,
  ...causeStories,
  ...holdStories,
  ...hostStories,
  ...measureStories,
  ...moneyStories,
  ...payoutMethodStories,
  ...currencyStories,
  ...moveStories,
  ...noteStories,
  ...nothingLeftStories,
  ...oneDeviceStories,
  ...oneOfTwoStories,
  ...outOfOrderStories,
  ...outlivedStories,
  ...tailStories,
  ...takenBackStories,
  ...paperStories,
  ...evidenceStories,
  ...damageStories,
  ...decidingStories,
  ...boundStories,
  ...partialStories,
  ...partyStories,
  ...saidByPaperStories,
  ...selfServiceStories,
  ...servedStories,
  ...settlementStories,
  ...signedStories,
  ...argumentStories,
  ...backAgainStories,
  ...bookStories,
  ...claimStories,
  ...absenceStories,
  ...followUpStories,
  ...groundStories,
  ...irreversibleStories,
  ...heldEvidenceStories,
  ...paidStories,
  ...periodStories,
  ...plannedWorkStories,
  ...proofStories,
  ...readingStories,
  ...rejectionStories,
  ...requestStories,
  ...reminderStories,
  ...givenUpStories,
  ...restedStories,
  ...roleStories,
  ...thirdPartyStories,
  ...twoReasonStories,
  ...unreadStories,
  ...twoDeviceStories,
  ...testedPartStories,
  ...dispositionStories,
  ...afterDrainingStories,
  ...wayStories,
  ...wipedStories,
  ...reasonStories,
  ...staysHomeStories,
  ...stepStories,
  ...contradictionStories,
  ...contactStories,
  ...limitStories,
  ...excessStories,
  ...confirmationStories,
  ...overtakenStories,
  ...onTheWayStories,
  ...approvedStories,
  ...resumedStories,
  ...eachKindStories,
  ...onFileStories,
}
