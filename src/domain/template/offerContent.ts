import { isGuid, principalId, roleId, tenantId } from '../ids.ts';
import type { Approver, Authorization, MarketplacePlan, OfferContent } from '../offer.ts';
import { isList, isObject, keyOf, valueOf, type Json, type JsonObject } from './json.ts';
import { refuse, type Expected } from './templateProblem.ts';

/** Direction marks, tags and controls: nothing that an honest name needs, and what could make it read as another. */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
/** `<to be filled out>`, `<script>`: a text that nobody finished, or markup; no offer needs either. */
const tag = /<\/?[a-z!][^<>]*>/i;
const azuresDefault = 480;

/** Refuses what is beyond these names, so that nothing is left out of the review. */
export function onlyThese(object: JsonObject, names: readonly string[], path: string): void {
  const extra = Object.keys(object).find((key) => !names.includes(key.toLowerCase()));
  if (extra !== undefined) refuse({ code: 'extraProperty', path, name: extra });
}

function wrong(path: string, expected: Expected): never {
  return refuse({ code: 'wrongValue', path, expected });
}

/** A text as a person would read it; `undefined` where there is none. */
function optionalText(object: JsonObject, name: string, path: string): string | undefined {
  const value = valueOf(object, name) ?? null;
  const here = `${path}.${name}`;
  if (value === null) return undefined;
  if (typeof value !== 'string') return wrong(here, 'text');
  const found = hidden.exec(value)?.[0].codePointAt(0);
  if (found !== undefined) {
    const character = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
    return refuse({ code: 'hiddenCharacters', path: here, character });
  }
  const placeholder = tag.exec(value)?.[0];
  return placeholder === undefined ? value : refuse({ code: 'placeholder', path: here, text: placeholder });
}

function textOf(object: JsonObject, name: string, path: string): string {
  const value = optionalText(object, name, path);
  return value === undefined || value.trim() === '' ? refuse({ code: 'missingProperty', path, name }) : value;
}

function guidOf(object: JsonObject, name: string, path: string): string {
  const value = textOf(object, name, path).trim();
  return isGuid(value) ? value : wrong(`${path}.${name}`, 'guid');
}

function roleIdOf(value: string, path: string) {
  const id = roleId(value);
  return isGuid(id) ? id : wrong(path, 'guid');
}

function listOf(object: JsonObject, name: string, path: string): readonly Json[] {
  const value = valueOf(object, name) ?? null;
  if (value === null) return [];
  return isList(value) ? value : wrong(`${path}.${name}`, 'list');
}

function objectAt(value: Json | undefined, path: string): JsonObject {
  return isObject(value) ? value : wrong(path, 'object');
}

function standing(value: Json, path: string): Authorization {
  const entry = objectAt(value, path);
  onlyThese(entry, ['principalid', 'principaliddisplayname', 'roledefinitionid', 'delegatedroledefinitionids'], path);
  const name = optionalText(entry, 'principalIdDisplayName', path);
  const delegated = 'delegatedRoleDefinitionIds';
  return {
    kind: 'standing',
    principalId: principalId(guidOf(entry, 'principalId', path)),
    ...(name !== undefined && { principalName: name }),
    roleId: roleIdOf(textOf(entry, 'roleDefinitionId', path), `${path}.roleDefinitionId`),
    delegatedRoleIds: listOf(entry, delegated, path).map((each, at) => {
      const here = `${path}.${delegated}[${at}]`;
      return typeof each === 'string' ? roleIdOf(each, here) : wrong(here, 'text');
    }),
  };
}

function approver(value: Json, path: string): Approver {
  const entry = objectAt(value, path);
  onlyThese(entry, ['principalid', 'principaliddisplayname'], path);
  const name = optionalText(entry, 'principalIdDisplayName', path);
  return { principalId: principalId(guidOf(entry, 'principalId', path)), ...(name !== undefined && { name }) };
}

/** Minutes of `PT8H`, `PT30M` or `PT1H30M`. */
function minutesOf(duration: string | undefined, path: string): number {
  if (duration === undefined) return azuresDefault;
  const found = /^PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,4})M)?$/i.exec(duration.trim());
  const minutes = found ? Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0) : 0;
  return minutes > 0 ? minutes : wrong(path, 'duration');
}

function justInTime(value: Json | undefined, path: string): NonNullable<Authorization['justInTime']> {
  // Without a policy Azure asks for nothing: that is what is said.
  if (value === undefined || value === null) return { mfa: false, maximumMinutes: azuresDefault, approvers: [] };
  const policy = objectAt(value, path);
  onlyThese(policy, ['multifactorauthprovider', 'maximumactivationduration', 'managedbytenantapprovers'], path);
  const provider = (optionalText(policy, 'multiFactorAuthProvider', path) ?? 'None').toLowerCase();
  if (provider !== 'azure' && provider !== 'none') wrong(`${path}.multiFactorAuthProvider`, 'mfaProvider');
  const duration = 'maximumActivationDuration';
  const approvers = 'managedByTenantApprovers';
  return {
    mfa: provider === 'azure',
    maximumMinutes: minutesOf(optionalText(policy, duration, path), `${path}.${duration}`),
    approvers: listOf(policy, approvers, path).map((each, at) => approver(each, `${path}.${approvers}[${at}]`)),
  };
}

function eligible(value: Json, path: string): Authorization {
  const entry = objectAt(value, path);
  onlyThese(entry, ['principalid', 'principaliddisplayname', 'roledefinitionid', 'justintimeaccesspolicy'], path);
  const name = optionalText(entry, 'principalIdDisplayName', path);
  return {
    kind: 'eligible',
    principalId: principalId(guidOf(entry, 'principalId', path)),
    ...(name !== undefined && { principalName: name }),
    roleId: roleIdOf(textOf(entry, 'roleDefinitionId', path), `${path}.roleDefinitionId`),
    delegatedRoleIds: [],
    justInTime: justInTime(valueOf(entry, 'justInTimeAccessPolicy'), `${path}.justInTimeAccessPolicy`),
  };
}

/** The marketplace plan; a template that serves both kinds of offer leaves it `null`. */
function planOf(value: Json, path: string): MarketplacePlan | undefined {
  if (value === null) return undefined;
  const plan = objectAt(value, path);
  onlyThese(plan, ['name', 'product', 'publisher', 'version'], path);
  return {
    publisher: textOf(plan, 'publisher', path),
    product: textOf(plan, 'product', path),
    name: textOf(plan, 'name', path),
    version: textOf(plan, 'version', path),
  };
}

/**
 * What a registrationDefinition says, from its worked-out `properties` and `plan`: complete, or refused (`TemplateFault`).
 * https://learn.microsoft.com/azure/templates/microsoft.managedservices/registrationdefinitions
 */
export function offerContent(properties: Json, plan: Json, path: string): OfferContent {
  const here = `${path}.properties`;
  const body = objectAt(properties, here);
  const names = [
    'registrationdefinitionname',
    'description',
    'managedbytenantid',
    'authorizations',
    'eligibleauthorizations',
  ];
  onlyThese(body, names, here);
  const name = textOf(body, 'registrationDefinitionName', here);
  const description = optionalText(body, 'description', here);
  const marketplacePlan = planOf(plan, `${path}.plan`);
  if (keyOf(body, 'authorizations') === undefined)
    refuse({ code: 'missingProperty', path: here, name: 'authorizations' });
  return {
    managedByTenantId: tenantId(guidOf(body, 'managedByTenantId', here)),
    name,
    ...(description !== undefined && { description }),
    ...(marketplacePlan && { plan: marketplacePlan }),
    authorizations: [
      ...listOf(body, 'authorizations', here).map((each, at) => standing(each, `${here}.authorizations[${at}]`)),
      ...listOf(body, 'eligibleAuthorizations', here).map((each, at) =>
        eligible(each, `${here}.eligibleAuthorizations[${at}]`),
      ),
    ],
  };
}
