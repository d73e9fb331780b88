import { cloudOf, type Config } from '../config.ts';
import { localAuthority } from './localAuthority.ts';

/** Where accounts sign in: one address per tenant, and MSAL's options for it. */
export interface Authority {
  /** The authority of a tenant, or of `organizations`. */
  of(tenant: string): string;
  /** A public document of Entra for this tenant: whoever can read it can sign in. */
  probe(tenant: string): string;
  readonly options: { readonly knownAuthorities?: string[]; readonly authorityMetadata?: string };
}

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
export function authorityFor(config: Config): Authority {
  if (config.local) return localAuthority(config.local.entra);
  const { login } = cloudOf(config);
  return {
    of: (tenant) => `${login}/${tenant}`,
    probe: (tenant) => `${login}/${tenant}/v2.0/.well-known/openid-configuration`,
    options: {},
  };
}
