import type { Write } from './deployed.ts';
import { readHclText } from './texts.ts';

/* What Azure would write for Terraform files, worked out without the app's code, from the arguments that azurerm names. */

export interface Block {
  readonly head: string;
  /** Arguments as they are written. */
  readonly args: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

/** The blocks of a file: one argument, or the beginning or end of a block, on a line. */
export function blocksOf(text: string): readonly Block[] {
  const root = { head: '', args: {} as Record<string, string>, blocks: [] as Block[] };
  const open = [root];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const here = open.at(-1) ?? root;
    const argument = /^(\w+) = (.+)$/.exec(line);
    if (line === '' || line.startsWith('#')) continue;
    if (line === '}') open.pop();
    else if (argument?.[1] && argument[2]) here.args[argument[1]] = argument[2];
    else if (line.endsWith(' {}')) here.blocks.push({ head: line.slice(0, -3), args: {}, blocks: [] });
    else if (line.endsWith(' {')) {
      const inner = { head: line.slice(0, -2), args: {}, blocks: [] };
      here.blocks.push(inner);
      open.push(inner);
    } else throw new Error(`Not HCL as we write it: ${line}`);
  }
  if (open.length !== 1) throw new Error('A block is not closed.');
  return root.blocks;
}

/** The resources of one type, by their names. */
export function resources(blocks: readonly Block[], type: string): ReadonlyMap<string, Block> {
  const found = blocks.flatMap((block) => {
    const [, of, name = ''] = /^resource "(\w+)" "(\w+)"$/.exec(block.head) ?? [];
    return of === type ? [[name, block] as const] : [];
  });
  return new Map(found);
}

/** A text among the arguments; absent where it is not given. */
export function textIn({ args }: Block, name: string): string | undefined {
  const value = args[name];
  return value === undefined ? undefined : readHclText(value);
}

const services = 'providers/Microsoft.ManagedServices';

export function terraformWrites(blocks: readonly Block[]): readonly Write[] {
  const ids = new Map<string, string>();
  const copies = [...resources(blocks, 'azurerm_lighthouse_definition')].map(([name, block]): Write => {
    const id = `${textIn(block, 'scope')}/${services}/registrationDefinitions/${textIn(block, 'lighthouse_definition_id')}`;
    ids.set(`azurerm_lighthouse_definition.${name}.id`, id);
    return { id, body: plain(definition(block)) };
  });
  const delegations = [...resources(blocks, 'azurerm_lighthouse_assignment').values()].map((block): Write => {
    const of = block.args['lighthouse_definition_id'] ?? '';
    const byText = of.startsWith('"') ? readHclText(of) : undefined;
    // Terraform waits for what is named as a resource, and not for what is written out.
    if (copies.some(({ id }) => id === byText)) throw new Error(`Nothing waits for ${byText} to be stored.`);
    return {
      id: `${textIn(block, 'scope')}/${services}/registrationAssignments/${textIn(block, 'name')}`,
      body: { properties: { registrationDefinitionId: byText ?? ids.get(of) } },
    };
  });
  return [...copies, ...delegations];
}

function definition(block: Block): object {
  const inner = (of: Block, head: string) => of.blocks.filter((each) => each.head === head);
  const [plan] = inner(block, 'plan');
  const eligible = inner(block, 'eligible_authorization');
  return {
    properties: {
      registrationDefinitionName: textIn(block, 'name'),
      description: textIn(block, 'description'),
      managedByTenantId: textIn(block, 'managing_tenant_id'),
      authorizations: inner(block, 'authorization').map((each) => {
        const passesOn = each.args['delegated_role_definition_ids'];
        return {
          ...principal(each),
          delegatedRoleDefinitionIds: passesOn?.slice(1, -1).split(', ').map(readHclText),
        };
      }),
      eligibleAuthorizations:
        eligible.length === 0
          ? undefined
          : eligible.map((each) => {
              const [policy] = inner(each, 'just_in_time_access_policy');
              const approvers = policy ? inner(policy, 'approver') : [];
              return {
                ...principal(each),
                justInTimeAccessPolicy: policy && {
                  multiFactorAuthProvider: textIn(policy, 'multi_factor_auth_provider') ?? 'None',
                  maximumActivationDuration: textIn(policy, 'maximum_activation_duration'),
                  managedByTenantApprovers: approvers.length === 0 ? undefined : approvers.map(principal),
                },
              };
            }),
    },
    plan: plan && {
      name: textIn(plan, 'name'),
      publisher: textIn(plan, 'publisher'),
      product: textIn(plan, 'product'),
      version: textIn(plan, 'version'),
    },
  };
}

function principal(block: Block): object {
  return {
    principalId: textIn(block, 'principal_id'),
    principalIdDisplayName: textIn(block, 'principal_display_name'),
    roleDefinitionId: textIn(block, 'role_definition_id'),
  };
}

/** Without what is not given. */
function plain(value: object): Write['body'] {
  return JSON.parse(JSON.stringify(value)) as Write['body'];
}
