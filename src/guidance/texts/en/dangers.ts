import type { CodeOf } from '../../profiles.ts'

export const dangers: Readonly<Record<CodeOf<'danger'>, string>> = {
  NEVER_GIVE_PASSWORDS:
    'Never write down or say a password, PIN, text-message code or full card number. Nobody who helps you needs one.',
  PIN_ON_DEVICE_ONLY:
    'Change a password or PIN on the device itself and nowhere else. Tell your provider only whether it worked.',
  FALSE_PROVIDERS:
    'Use only the number, website or app named in your contract. Whoever calls or advertises first may not be your provider.',
  MONEY_LEFT_BEHIND:
    'A terminal closed the wrong way can leave your money behind. Check the balance before it closes, and once more afterwards.',
  ERASING_WITHOUT_AUTHORITY:
    "Do not erase or pass on customer data in the device on your own. Wait for the provider's go-ahead; whoever acts alone may be held liable.",
  ERASING_BEFORE_COPYING:
    'Copy first, erase second, send last. Once the device is empty, nothing can be got back from it.',
  OPEN_USB_STICK:
    'A copy on a USB stick must be encrypted and hold no card data. Lock the stick away; a lost one is a leak.',
  COPY_ELSEWHERE_IS_NOT_SECRET:
    'A copy kept in another place helps after a fire, not against prying eyes. Encrypt it, and ask before it goes abroad.',
  REINSTALLING_YOURSELF:
    'Do not reinstall the software yourself. The device may lock itself or lose its keys; leave it to the provider or a technician it names.',
  USING_A_FOUND_DEVICE:
    'If the lost device turns up, do not switch it on. It may have been tampered with, so let your provider look at it first.',
}
