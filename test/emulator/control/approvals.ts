import { Fields, InputError } from '../host/fields.ts';
import { html } from '../host/html.ts';
import type { Markup } from '../host/html.ts';
import type { RoleActivation, World } from '../model.ts';
import type { ControlCall } from './call.ts';

/** What somebody is asked to approve, oldest first. */
function pendingIn(world: World): readonly RoleActivation[] {
  return world.roleActivations.filter(({ status }) => status === 'PendingApproval');
}

/**
 * `POST /_emulator/approvals`: what an approver says to a request for a role. An approved one begins now, for as long as was
 * asked. https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-resource-roles-approval-workflow
 *
 * @throws InputError when nothing of this name waits for an approval.
 */
export function decideApproval({ context, sent }: ControlCall): unknown {
  const fields = new Fields(sent, 'A decision', ['name', 'decision']);
  const decision = fields.oneOf('decision', ['approve', 'deny']);
  const name = fields.text('name').toLowerCase();
  const { roleActivations } = context.world;
  const asked = pendingIn(context.world).find((row) => row.name === name);
  if (asked === undefined) throw new InputError(`No request '${name}' waits for an approval.`);
  const now = context.clock.now();
  const decided: RoleActivation =
    decision === 'approve'
      ? { ...asked, status: 'Provisioned', startsAt: now, endsAt: now + asked.endsAt - asked.startsAt }
      : { ...asked, status: 'AdminDenied' };
  roleActivations.splice(roleActivations.indexOf(asked), 1, decided);
  return { name, status: decided.status };
}

/** Be the approver of whoever asked for a role. */
export function approvalPanel({ context: { world } }: ControlCall): Markup {
  const pending = pendingIn(world);
  if (pending.length === 0) return html`<p class="panel">Nobody waits for an approval.</p>`;
  return html`<div class="panel">${pending.map((row) => approvalForm(world, row))}</div>`;
}

function approvalForm(world: World, row: RoleActivation): Markup {
  const who = world.personas.find(({ objectIds }) => Object.values(objectIds).includes(row.principalId));
  const role = world.roleDefinitions.find(({ name }) => name === row.role);
  const minutes = (row.endsAt - row.startsAt) / 60_000;
  return html`<form class="row" method="post" action="/_emulator/approvals">
    <input type="hidden" name="name" value="${row.name}" />
    <span>
      ${who?.displayName ?? row.principalId} asks for ${role?.roleName ?? row.role} at <code>${row.scope}</code>, for
      ${minutes} minutes: ${row.justification ?? 'no reason given'}
    </span>
    <button name="decision" value="approve">Approve</button>
    <button name="decision" value="deny">Deny</button>
  </form>`;
}
