import type { ProblemCode } from '../domain/problem.ts';

/** What may go wrong while someone signs in or a token is renewed; every one has a text in `text/<language>/signIn.ts`. */
export type SignInCode = Extract<
  ProblemCode,
  | 'notInTenant'
  | 'consentNeeded'
  | 'mfaNeeded'
  | 'signInBlocked'
  | 'appNotSetUp'
  | 'signInNeeded'
  | 'signInCancelled'
  | 'storageBlocked'
  | 'offline'
  | 'throttled'
  | 'azureDown'
  | 'badAnswer'
  | 'unexpected'
>;

/**
 * Numbers that Entra prints as AADSTS<number>, by what the person can do about them.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const numbers: Partial<Record<SignInCode, readonly number[]>> = {
  notInTenant: [50020, 50034, 90072, 51004],
  consentNeeded: [65001, 65004, 90093, 90094, 90095, 90097, 900941],
  mfaNeeded: [50072, 50074, 50076, 50078, 50079, 50158],
  signInBlocked: [50005, 50053, 50057, 50097, 50105, 53000, 53001, 53002, 53003, 53004, 53011, 530032],
  appNotSetUp: [
    50011, 50194, 90002, 500113, 650052, 650056, 650057, 700016, 700054, 7000112, 7000218, 9002325, 9002326, 9002327,
  ],
  signInNeeded: [16000, 16001, 50058, 50089, 50132, 50133, 50173, 54005, 70008, 70043, 501481, 700082, 700084],
  throttled: [50196],
  azureDown: [90033, 90006, 90012],
};

/** `errorCode` of MSAL and of OAuth. https://learn.microsoft.com/entra/msal/javascript/browser/errors */
const words: Partial<Record<SignInCode, readonly string[]>> = {
  consentNeeded: ['consent_required'],
  signInCancelled: ['access_denied', 'user_cancelled', 'user_canceled'],
  signInNeeded: [
    'login_required',
    'interaction_required',
    'bad_token',
    'interrupted_user',
    'ui_not_allowed',
    'no_tokens_found',
    'refresh_token_expired',
    'invalid_grant',
    'no_account_error',
    'no_account_found',
    'no_account_in_silent_request',
    // A hidden frame that never answers: third-party cookies are blocked, or a page of the organization's own came up.
    'timed_out',
    // An answer that does not belong to the question asked in this tab: a copied tab, a stale page, lost storage.
    'no_token_request_cache_error',
    'unable_to_parse_token_request_cache_error',
    'hash_empty_error',
    'hash_not_deserialized',
    'hash_does_not_contain_known_properties',
    'no_state_in_hash',
    'unable_to_parse_state',
    'invalid_state',
    'state_mismatch',
    'state_not_found',
    'nonce_mismatch',
    'interaction_in_progress',
  ],
  appNotSetUp: ['unauthorized_client', 'invalid_client', 'invalid_scope', 'invalid_resource'],
  offline: [
    'no_network_connectivity',
    'network_error',
    'post_request_failed',
    'get_request_failed',
    'endpoints_resolution_error',
    'openid_config_error',
  ],
  azureDown: ['server_error', 'temporarily_unavailable'],
  badAnswer: [
    'failed_to_parse_response',
    'token_parsing_error',
    'client_info_decoding_error',
    'client_info_empty_error',
  ],
};

const byNumber = new Map(entries(numbers));
const byWord = new Map(entries(words));

function entries<Key>(table: Partial<Record<SignInCode, readonly Key[]>>): readonly (readonly [Key, SignInCode])[] {
  return (Object.keys(table) as SignInCode[]).flatMap((code) => (table[code] ?? []).map((key) => [key, code] as const));
}

/** What an AADSTS number means for the person; `undefined` for numbers nobody foresaw. */
export function codeOfNumber(number: number): SignInCode | undefined {
  return byNumber.get(number);
}

/** What an error word of MSAL or OAuth means for the person; `undefined` for words nobody foresaw. */
export function codeOfWord(word: string): SignInCode | undefined {
  return byWord.get(word);
}
