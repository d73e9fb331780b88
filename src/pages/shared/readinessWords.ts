import type { BlockReason } from '../../domain/blockReasons.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Readiness } from '../../domain/readiness.ts';
import type { ReadinessWarning } from '../../domain/readinessWarnings.ts';
import { roleFromTable } from '../../domain/roleTable.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import type { Tone } from '../../ui/tone.ts';

const nameLength = 120;

/** Why a scope cannot be delegated, in a sentence. */
export function reasonText(reason: BlockReason, t: Catalog, format: Format): string {
  const words = t.readiness.reason;
  switch (reason.code) {
    case 'missingActions': {
      const text = words.missingActions(format.list(reason.actions));
      return reason.heldInGroup ? `${text}. ${words.heldInGroup}` : text;
    }
    case 'guest':
    case 'ownTenant':
    case 'otherTenant':
      return words[reason.code];
    case 'subscriptionState':
      return words.subscriptionState(t.readiness.state[reason.state]);
    case 'unexpected':
      return words.unexpected[reason.what];
    case 'policy':
    case 'denyAssignment':
      return words[reason.code](plainText(reason.name, nameLength));
  }
}

/** What speaks against it without deciding it, in a sentence. */
export function warningText(warning: ReadinessWarning, t: Catalog): string {
  const words = t.readiness.warning;
  switch (warning.code) {
    case 'guest':
    case 'externalMember':
    case 'cspSubscription':
    case 'conditionedRole':
    case 'copyNotAllowed':
    case 'earlierAttempt':
    case 'policyUnread':
    case 'denialsUnread':
    case 'rolesUnread':
      return words[warning.code];
    case 'unexpected':
      return words.unexpected[warning.what];
    case 'subscriptionState':
      return words.subscriptionState(t.readiness.state[warning.state]);
    case 'policyMayApply':
      return words.policyMayApply(plainText(warning.name, nameLength));
    case 'eligibleRole':
      return words.eligibleRole(roleFromTable(warning.roleId)?.name ?? warning.roleId);
  }
}

/** The state of a scope in a word or two, with its tone. */
export function readinessLabel(readiness: Readiness, t: Catalog): { readonly tone: Tone; readonly text: string } {
  const words = t.readiness;
  switch (readiness.state) {
    case 'ready':
    case 'needsRegistration':
      return { tone: 'good', text: words[readiness.state] };
    case 'blocked':
      return { tone: 'bad', text: words.blocked };
    case 'notChecked':
      return { tone: 'neutral', text: words.notChecked };
    case 'unknown':
      return { tone: 'caution', text: words.unknown };
    case 'delegated':
      switch (readiness.as) {
        case 'same':
          return { tone: 'info', text: readiness.where === 'here' ? words.delegatedHere : words.delegatedAbove };
        case 'settling':
          return { tone: 'info', text: words.settling };
        case 'otherVersion':
          return {
            tone: 'caution',
            text:
              readiness.version === undefined ? words.delegatedOtherUnknown : words.delegatedOther(readiness.version),
          };
      }
  }
}
