import type { Columns, Row, ScalarType, Value } from '../kusto/values.ts';

const texts = [
  'id',
  'name',
  'type',
  'tenantId',
  'kind',
  'location',
  'resourceGroup',
  'subscriptionId',
  'managedBy',
] as const;
const bags = ['sku', 'plan', 'properties', 'tags', 'identity', 'zones', 'extendedLocation'] as const;

/** The columns that every table of Resource Graph has. */
export const columns: Columns = new Map<string, ScalarType>([
  ...texts.map((name) => [name, 'string'] as const),
  ...bags.map((name) => [name, 'dynamic'] as const),
]);

/** What differs from one row to the next; the rest is empty. `type` is lower-case, `resourceGroup` too. */
export interface RowParts {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly tenantId: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  readonly managedBy?: string;
  readonly plan?: Value;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties: Value;
}

/** A row with all of its columns. Text that is missing is empty, everything else is null, as Resource Graph prints it. */
export function rowOf(parts: RowParts): Row {
  return {
    id: parts.id,
    name: parts.name,
    type: parts.type,
    tenantId: parts.tenantId,
    kind: '',
    location: parts.location ?? '',
    resourceGroup: parts.resourceGroup ?? '',
    subscriptionId: parts.subscriptionId ?? '',
    managedBy: parts.managedBy ?? '',
    sku: null,
    plan: parts.plan ?? null,
    properties: parts.properties,
    tags: parts.tags && Object.keys(parts.tags).length > 0 ? parts.tags : null,
    identity: null,
    zones: null,
    extendedLocation: null,
  };
}
