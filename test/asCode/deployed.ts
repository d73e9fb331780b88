/*
 * What Azure would write for a template, worked out without the app's code: nested deployments opened in the order they
 * depend on each other, texts in brackets read as expressions.
 */

/** One write to Azure. */
export interface Write {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/** The writes of a subscription deployment, in an order that its dependencies allow. */
export function deployed(template: string): readonly Write[] {
  return writesOf(JSON.parse(template) as Json, '');
}

/** How many resources the deployment counts, nested deployments among them. */
export function countedResources(template: string): number {
  const count = (of: Json): number =>
    (of.resources as readonly Json[]).reduce((sum, resource) => {
      const inner = (resource.properties as Json).template as Json | undefined;
      return sum + 1 + (inner ? count(inner) : 0);
    }, 0);
  return count(JSON.parse(template) as Json);
}

function writesOf(template: Json, scope: string): readonly Write[] {
  const done = new Set<string>();
  const writes: Write[] = [];
  let left = template.resources as readonly Json[];
  while (left.length > 0) {
    const now = left.filter(({ dependsOn }) => ((dependsOn ?? []) as readonly string[]).every((id) => done.has(id)));
    if (now.length === 0) throw new Error('These resources wait for each other, or for what is not in the template.');
    for (const resource of now) writes.push(...writesOfResource(resource, scope, done));
    left = left.filter((resource) => !now.includes(resource));
  }
  return writes;
}

function writesOfResource(resource: Json, scope: string, done: Set<string>): readonly Write[] {
  const { type, apiVersion, name, subscriptionId, resourceGroup } = resource as Readonly<Record<string, string>>;
  const { properties, plan } = resource as { readonly properties: Json; readonly plan?: Json };
  if (type === 'Microsoft.Resources/deployments') {
    const { scope: workedOut } = (properties['expressionEvaluationOptions'] ?? {}) as Json;
    if (workedOut !== 'inner')
      throw new Error(`What stands in ${name} would be worked out by the deployment around it.`);
    if (String(name).length > 64) throw new Error(`The name of a deployment is too long: ${name}`);
    const at =
      subscriptionId === undefined ? `${scope}/resourceGroups/${resourceGroup}` : `/subscriptions/${subscriptionId}`;
    done.add(`${at}/providers/Microsoft.Resources/deployments/${name}`);
    return writesOf(properties.template as Json, at);
  }
  if (apiVersion !== '2022-10-01') throw new Error('Another version of the service loses eligible authorizations.');
  return [
    {
      id: `${scope}/providers/${type}/${name}`,
      body: evaluated({ properties, ...(plan !== undefined && { plan }) }) as Json,
    },
  ];
}

/** What a value is once the expressions in it are worked out. */
export function evaluated(value: unknown): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map(evaluated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, evaluated(member)]));
}

/** A text that begins with a bracket is taken for an expression, whatever its end. */
function text(value: string): string {
  if (!value.startsWith('[')) return value;
  const quoted = /^\[concat\('((?:[^']|'')*)'\)\]$/s.exec(value)?.[1];
  if (quoted === undefined) throw new Error(`Not an expression: ${value}`);
  return quoted.replaceAll("''", "'");
}
