/**
 * Whether a claims request (`claims` of OpenID Connect, sent on after an `insufficient_claims` challenge) asks for
 * multi-factor authentication: an authentication context (`acrs`), a Conditional Access policy (`capolids`), or `amr`
 * with `mfa`. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 *
 * Client capabilities (`xms_cc`) and the `nbf` of a revocation ask for a fresh token, not for a second factor.
 */
export function asksForMfa(claims: string | undefined): boolean {
  const parsed = parse(claims);
  return ['access_token', 'id_token'].some((token) => {
    const wanted = member(parsed, token);
    if (member(wanted, 'acrs') !== undefined || member(wanted, 'capolids') !== undefined) return true;
    return JSON.stringify(member(wanted, 'amr') ?? null).includes('"mfa"');
  });
}

/** The authentication contexts that a claims request asks for. */
export function contextsIn(claims: string | undefined): readonly string[] {
  const acrs = member(member(parse(claims), 'access_token'), 'acrs');
  const values = member(acrs, 'values');
  const found = Array.isArray(values) ? (values as readonly unknown[]) : [member(acrs, 'value')];
  return found.filter((value) => typeof value === 'string');
}

/** What an AADSTS50076 asks the client to send back, where the request itself brought no claims. */
export const mfaClaims = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['7f3a3d7e-3d5c-4f0e-9a55-5f3a4c1f2e61'] } },
});

function parse(claims: string | undefined): unknown {
  if (claims === undefined || claims === '') return undefined;
  try {
    return JSON.parse(claims);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  return (value as Record<string, unknown>)[name];
}
