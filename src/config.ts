import * as v from 'valibot';
import { isGuid, tenantId, type TenantId } from './domain/ids.ts';
import { languages, type Language } from './text/language.ts';

/** What config.json says: everything that differs between one installation and the next. Nothing in it is secret. */
export interface Config {
  /** Application (client) id of the app registration. */
  readonly clientId: string;
  /** Whose accounts may sign in: one tenant's, or every organization's. */
  readonly tenant: 'organizations' | TenantId;
  readonly cloud: 'public' | 'usgov' | 'china';
  /** What becomes of guests who want to delegate. */
  readonly guests: 'block' | 'warn';
  /** Managing tenants that are expected here. Empty: none is expected more than another. */
  readonly expectedManagingTenants: readonly TenantId[];
  /** Marketplace plans that are expected here, as `publisher.product.plan` in lower case. Empty: any. */
  readonly expectedOffers: readonly string[];
  /** What becomes of an offer that is not expected. */
  readonly expected: 'block' | 'warn';
  /** Whether Microsoft Graph may be asked for the names of Owners, each time a person wants to know them. */
  readonly graph: boolean;
  /** Where people turn for help: an e-mail address or an https address. */
  readonly supportContact?: string;
  /** For browsers that ask for none of the app's languages. */
  readonly defaultLanguage?: Language;
  /** Origins of an emulated Azure on this machine. */
  readonly local?: { readonly entra: string; readonly arm: string };
}

/** The origins of a cloud, and the one permission asked for at each. */
export interface Cloud {
  readonly login: string;
  readonly arm: string;
  readonly armScope: string;
  readonly graph: string;
  /**
   * Names of people, and nothing else that is not on everybody's business card. Names of groups and apps take permissions
   * that only administrators give. https://learn.microsoft.com/graph/permissions-reference#userreadbasicall
   */
  readonly graphScope: string;
}

/** What a field must be; the sentence for it stands in the catalogs. */
export type Expected =
  | 'text'
  | 'guid'
  | 'tenant'
  | 'cloud'
  | 'blockOrWarn'
  | 'guidList'
  | 'planList'
  | 'yesOrNo'
  | 'contact'
  | 'language'
  | 'local'
  | 'loopbackOrigin';

/** Why the app cannot start, with the field that is to blame. */
export type ConfigFault =
  | { readonly code: 'unreachable' }
  | { readonly code: 'missing' }
  | { readonly code: 'html' }
  | { readonly code: 'notJson' }
  | { readonly code: 'notObject' }
  | { readonly code: 'fieldMissing'; readonly field: string; readonly expected: Expected }
  | { readonly code: 'fieldInvalid'; readonly field: string; readonly value: string; readonly expected: Expected }
  | { readonly code: 'fieldUnknown'; readonly field: string; readonly known: readonly string[] }
  | { readonly code: 'localElsewhere'; readonly field: 'local'; readonly hostname: string };

export type ConfigAnswer = { readonly config: Config } | { readonly fault: ConfigFault };

/** Fixed, because a token must never go to an origin that someone typed. https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure */
const clouds: Readonly<Record<Config['cloud'], Cloud>> = {
  public: cloud('https://login.microsoftonline.com', 'https://management.azure.com', 'https://graph.microsoft.com'),
  usgov: cloud(
    'https://login.microsoftonline.us',
    'https://management.usgovcloudapi.net',
    'https://graph.microsoft.us',
  ),
  china: cloud(
    'https://login.chinacloudapi.cn',
    'https://management.chinacloudapi.cn',
    'https://microsoftgraph.chinacloudapi.cn',
  ),
};

function cloud(login: string, arm: string, graph: string): Cloud {
  return { login, arm, armScope: `${arm}/user_impersonation`, graph, graphScope: `${graph}/User.ReadBasic.All` };
}

/** The origins of the configured cloud, also when `local` stands in for it: requests are made for these. */
export function cloudOf(config: Pick<Config, 'cloud'>): Cloud {
  return clouds[config.cloud];
}

/**
 * Where an administrator approves the app for everybody: in the configured tenant, or in their own. Nowhere in an emulated
 * Azure. https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent#construct-the-url-for-granting-tenant-wide-admin-consent
 */
export function approvalAddress(config: Config): string | undefined {
  if (config.local) return undefined;
  return `${cloudOf(config).login}/${config.tenant}/adminconsent?client_id=${config.clientId}`;
}

const guid = v.pipe(v.string(), v.check(isGuid), v.transform(tenantId));
const plan = v.pipe(v.string(), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/), v.toLowerCase());
const origin = v.pipe(v.string(), v.check(isLoopbackOrigin));
const schema = v.strictObject({
  /** For editors only. */
  $schema: v.exactOptional(v.string()),
  clientId: guid,
  tenant: v.union([v.literal('organizations'), guid]),
  cloud: v.optional(v.picklist(['public', 'usgov', 'china']), 'public'),
  guests: v.optional(v.picklist(['block', 'warn']), 'block'),
  expectedManagingTenants: v.optional(v.array(guid), []),
  expectedOffers: v.optional(v.array(plan), []),
  expected: v.optional(v.picklist(['block', 'warn']), 'block'),
  graph: v.optional(v.boolean(), false),
  supportContact: v.exactOptional(v.pipe(v.string(), v.check(isContact))),
  defaultLanguage: v.exactOptional(v.picklist(languages)),
  local: v.exactOptional(v.strictObject({ entra: origin, arm: origin })),
});

const expectations: Readonly<Record<string, Expected>> = {
  $schema: 'text',
  clientId: 'guid',
  tenant: 'tenant',
  cloud: 'cloud',
  guests: 'blockOrWarn',
  expectedManagingTenants: 'guidList',
  expectedOffers: 'planList',
  expected: 'blockOrWarn',
  graph: 'yesOrNo',
  supportContact: 'contact',
  defaultLanguage: 'language',
  local: 'local',
  'local.entra': 'loopbackOrigin',
  'local.arm': 'loopbackOrigin',
} satisfies Record<keyof Config | '$schema' | `local.${'entra' | 'arm'}`, Expected>;

/**
 * The configuration from config.json's content, or the first fault found in it. An unknown field is a fault, because a
 * misspelt one would otherwise be ignored in silence. `local` counts only where page and origins are on this machine.
 */
export function readConfig(json: unknown, page: { readonly hostname: string }): ConfigAnswer {
  if (Array.isArray(json)) return { fault: { code: 'notObject' } };
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return { fault: faultOf(parsed.issues[0]) };
  if (parsed.output.local && !isLoopback(page.hostname)) {
    return { fault: { code: 'localElsewhere', field: 'local', hostname: page.hostname } };
  }
  const { $schema: _, ...config } = parsed.output;
  return { config };
}

function faultOf(issue: v.InferIssue<typeof schema>): ConfigFault {
  const path = issue.path?.map((item) => String(item.key)) ?? [];
  const field = path.join('.');
  const expected = expectations[field] ?? expectations[path[0] ?? ''];
  if (path.length === 0) return { code: 'notObject' };
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { code: 'fieldUnknown', field, known: fieldsBeside(path) };
  }
  if (!expected) return { code: 'notObject' };
  return issue.input === undefined
    ? { code: 'fieldMissing', field, expected }
    : { code: 'fieldInvalid', field, value: excerpt(issue.input), expected };
}

function fieldsBeside(path: readonly string[]): readonly string[] {
  const fields = path.length > 1 ? schema.entries.local.wrapped.entries : schema.entries;
  return Object.keys(fields).filter((name) => !name.startsWith('$'));
}

/** Enough of a wrong value to recognize it by. */
function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Whether a host name can only mean this machine. https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127(\.\d{1,3}){3}$|^\[::1\]$/.test(hostname);
}

function isLoopbackOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.origin === text && url.protocol === 'http:' && isLoopback(url.hostname);
}

function isContact(text: string): boolean {
  return /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text) || (URL.canParse(text) && new URL(text).protocol === 'https:');
}
