import type { IssueCode } from './codes.ts'

/** Words in braces are filled in from the issue's `params`. */
export const issueTextsEn: Readonly<Record<IssueCode, string>> = {
  REQUIRED: 'This must be filled in.',
  REQUIRED_HERE: 'This must be filled in because of what "{because}" says[ ({when})].',
  WRONG_TYPE: 'This is of the wrong kind; {expected} is expected.',
  INVALID_FORMAT: 'This is not written as it should be.',
  INVALID_INSTANT: 'Give date and time with offset, such as 2026-03-02T09:30:00+08:00.',
  INVALID_DAY: 'Give a calendar day, such as 2026-03-02.',
  NOT_ALLOWED_VALUE: 'This is none of the possible values: {allowed}.',
  CURRENCY_UNKNOWN: 'This is no currency code of ISO 4217 in use. The renminbi (RMB, offshore too) is CNY.',
  MUST_BE_CONFIRMED: 'This must be confirmed.',
  TOO_SHORT: 'At least {minimum} characters are needed.',
  TOO_LONG: 'At most {maximum} characters are allowed.',
  TOO_FEW: 'At least {minimum} entries are needed.',
  TOO_MANY: 'At most {maximum} entries are allowed.',
  TOO_SMALL: 'At least {minimum} is needed.',
  TOO_LARGE: 'At most {maximum} is allowed.',
  DUPLICATE_ITEM: 'The same entry stands here twice.',
  UNKNOWN_FIELD: 'There is no such field. Remove it.',
  NO_VARIANT_MATCHES: 'This is none of the possible kinds.',
  INVALID: 'This is not valid.',

  FORBIDDEN_FIELD:
    'Passwords, PINs, one-time codes, keys and card data are never asked for and never accepted. Remove this field.',
  PAN_IN_TEXT: 'A card number stands in this text. Remove it.',
  IDENTITY_NUMBER_IN_TEXT: 'An identity number stands in this text. Remove it.',
  SECRET_IN_TEXT: 'A password, PIN, card code, key or token stands in this text. Remove it and change it.',
  UNSAFE_CHARACTERS: 'This holds control characters or invisible characters. Type it again.',
  TOO_DEEP: 'The input is nested more than {maximum} levels deep.',
  TOO_BIG: 'The input is too big; the limit is {maximum}.',

  CHECK_DIGIT_WRONG: 'This number does not pass its own check. Compare it with the original.',
  NOT_MASKED: 'Show the last four characters at most, with asterisks for the rest, such as ****1234.',
  INVALID_MOBILE_NUMBER:
    'Give a mobile number of 11 digits, or an international one with + and country code.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  CONTACT_REQUIRED: 'Give a mobile number or an e-mail address.',
  UNSAFE_FILE_NAME: 'This file name cannot be used. Rename the file.',
  FILE_NAME_MISMATCH: 'The ending of the file name does not fit the kind of file. Choose the original file.',

  TERMINAL_OR_SERIAL_REQUIRED: 'Give the terminal number or the serial number of the device, better both.',
  TEMPORARY_IS_SUSPENSION: 'A pause is a suspension, not a closure. Apply for suspension.',
  PERMANENT_IS_CLOSURE: 'Giving the terminal up for good is a closure, not a suspension. Apply for closure.',
  REASON_NOT_FOR_INITIATOR: 'This reason is not for you to give. Choose another one.',
  REASON_TOO_VAGUE: 'This reason is too general. Ask the provider for the specific one.',
  CONTRACT_STILL_RUNNING:
    'The contract has not expired by then, or it was renewed. Give early termination as the reason, or a later date.',
  MANDATE_MISSING: 'An attorney needs a mandate. Give its reference.',
  REMEDY_UNSUITABLE: 'The remedy does not fit the reason. Say what was done about that reason.',
  REMEDY_UNSTATED: 'Say for each hold what was done, also where nothing had to be done.',
  EVIDENCE_NOT_ATTACHED: 'Evidence is named here that is not among the documents.',
  PROVIDER_AUTHORISATION_REQUIRED:
    'Software of a terminal is installed by the merchant only with the authorisation of the provider. Give its reference.',

  PERIOD_REVERSED: 'The end lies before the beginning.',
  FACT_UNKNOWN: 'Papers of this type do not say this, or not in this form.',
  VALIDITY_UNCLEAR: 'Give either the last day of validity or "valid indefinitely", one of the two.',
  USB_BACKUP_NOT_ENCRYPTED: 'A back-up on a USB stick must be encrypted.',
  LEGAL_BASIS_REQUIRED: 'Customer data may only be moved, or taken abroad, on a legal ground. State it.',
  CURRENCY_MISMATCH: 'All amounts must be in one currency.',
  TOTAL_MISMATCH: 'The total is not what the items come to.',
  AMOUNT_TOO_HIGH: 'Together the parts are more than the whole.',
  NAME_MISMATCH: 'The account must be in the name of the merchant.',
  MAKER_IS_CHECKER: 'This must be another person than the one who made it.',
  LIABILITY_WITHOUT_GROUND:
    'A damage is paid by whoever caused it; anything else needs the clause of the contract that says so.',
  RESULT_MISMATCH: 'The result does not follow from the checks.',
  RESUMPTION_NOT_AHEAD: 'Customers must be told before service resumes.',

  UNKNOWN_COLUMN: 'There is no such column.',
  MISSING_COLUMN: 'This column is missing.',
  DUPLICATE_COLUMN: 'This column stands twice in the header.',
  WRONG_FIELD_COUNT: 'The row has {found} fields; the header has {expected}.',
  STRAY_QUOTE: 'A quotation mark stands inside a field that is not quoted, or text follows a closing one.',
  UNTERMINATED_QUOTE: 'A quotation mark is opened and never closed.',
  FIELD_TOO_LONG: 'A field is longer than {maximum} characters.',
  LINE_TOO_LONG: 'A row is longer than {maximum} characters; a closing quotation mark may be missing.',
  UNNAMED_COLUMN: 'Field {place} of this row stands in a column without a name.',
  FILE_TOO_BIG: 'The file is larger than a portfolio may be. Split it and import the parts.',
  NO_HEADER:
    'The first row names none of the columns, whether comma, semicolon, tab or | parts them. Put the names of the columns there.',
  NOT_UTF8:
    'The file is not UTF-8 throughout, so this text may have been read wrongly. Save the file as UTF-8 and import it again.',
  CELL_ERROR:
    'The spreadsheet shows an error here instead of a value. Correct the cell and save the file again.',
  ENCODING_BROKEN:
    'The file has bytes that its encoding does not know, so this text may have been read wrongly. Save it as UTF-8 and import it again.',
  ENCODING_UNCLEAR:
    'The file can be read as UTF-8 and as GB18030, with other names each time. Say which it is, or save it as UTF-8 with a byte order mark.',
  ENCODING_CONTRADICTED: 'The bytes of the file show another encoding than the one stated.',
  LOOKS_LIKE_GB18030:
    'The file is not UTF-8; its bytes fit GB18030 (GBK), as Excel saves it in China. State that encoding, or save the file as UTF-8.',
  LOOKS_LIKE_WORKBOOK: 'The file is an Excel workbook. Save it as CSV UTF-8 and import that.',
  IN_THE_FUTURE: 'This lies in the future.',
  DUPLICATE_TERMINAL: 'This terminal already stands on line {line}. Further devices follow directly.',
  DUPLICATE_SERIAL: 'This serial number already stands on line {line}.',
  ROW_DISAGREES: 'This differs from the first row of the same terminal, line {line}.',
  TERMINAL_INCOMPLETE: 'Another row of this terminal has mistakes, so none of its rows is taken in.',
}
