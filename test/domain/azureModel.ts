import {
  delegationId,
  idKey,
  parseCopyId,
  parseDelegationId,
  sameId,
  subscriptionScope,
} from '../../src/domain/ids.ts';
import type { CopyId, DelegationId, ScopeId, SubscriptionId } from '../../src/domain/ids.ts';
import type { Delegation, OfferContent, OfferCopy, Provisioning } from '../../src/domain/offer.ts';
import type { RegistrationState, WriteAnswer } from '../../src/domain/port.ts';
import { ProblemError } from '../../src/domain/problem.ts';
import { AccessModel } from './accessModel.ts';
import type { AuditEntry, AzureTraits } from './azureTraits.ts';
import type { VirtualTime } from './virtualTime.ts';

interface Settling {
  readonly madeAt: number;
  readonly settlesAt: number;
  readonly then: Provisioning;
}

type Row<Resource> = {
  readonly resource: Resource;
  readonly settling: Settling;
  readonly goneAt?: number;
  readonly before?: Resource;
};

/**
 * The rules of Azure that a run depends on, without requests, faults and delays: those are `AzureSession`'s. Written
 * for tests of the engine alone; the emulator is the witness for everything else.
 */
export class AzureModel {
  readonly audit: AuditEntry[] = [];
  readonly access = new AccessModel();
  readonly #time: VirtualTime;
  readonly #traits: AzureTraits;
  readonly #registeredAt = new Map<SubscriptionId, number>();
  readonly #copies = new Map<string, Row<OfferCopy>>();
  readonly #delegations = new Map<string, Row<Delegation>>();

  constructor(time: VirtualTime, traits: AzureTraits) {
    this.#time = time;
    this.#traits = traits;
  }

  /** Makes it so that these are there from the beginning. */
  seed(seed: {
    readonly registered?: readonly SubscriptionId[];
    readonly copies?: readonly OfferCopy[];
    readonly delegations?: readonly Delegation[];
  }): void {
    const settled = { madeAt: -Infinity, settlesAt: -Infinity };
    for (const id of seed.registered ?? []) this.#registeredAt.set(id, -Infinity);
    for (const copy of seed.copies ?? []) {
      this.#copies.set(idKey(copy.id), { resource: copy, settling: { ...settled, then: copy.provisioning } });
    }
    for (const delegation of seed.delegations ?? []) {
      const settling = { ...settled, then: delegation.provisioning };
      this.#delegations.set(idKey(delegation.id), { resource: delegation, settling });
    }
  }

  /** Everything that is there now, as anybody with the right to read would see it. */
  delegations(): readonly Delegation[] {
    return this.#rows().map((row) => this.#asOfNow(row));
  }

  copies(): readonly OfferCopy[] {
    return [...this.#copies.values()].map((row) => this.#asOfNow(row));
  }

  registration(id: SubscriptionId): RegistrationState {
    const at = this.#registeredAt.get(id);
    if (at === undefined) return 'notRegistered';
    return this.#time.now() >= at ? 'registered' : 'registering';
  }

  /** A colleague registers the subscription. */
  registerElsewhere(id: SubscriptionId): void {
    if (!this.#registeredAt.has(id)) this.#registeredAt.set(id, this.#time.now() + this.#traits.registeringMs);
  }

  /** A colleague delegates the scope to this copy in the portal, which names it as it likes. */
  delegateElsewhere(scope: ScopeId, copyId: CopyId, name: string): void {
    if (this.delegations().some((it) => sameId(it.scope, scope) && sameId(it.copyId, copyId))) return;
    const id = delegationId(scope, name);
    const now = this.#time.now();
    const settling: Settling = { madeAt: now, settlesAt: now + this.#traits.settlingMs, then: 'succeeded' };
    this.#delegations.set(idKey(id), { resource: { id, scope, copyId, provisioning: 'succeeded' }, settling });
  }

  /** A colleague takes a delegation away: it lingers for this long. */
  removeElsewhere(id: DelegationId, lingerMs: number): void {
    const row = this.#delegations.get(idKey(id));
    if (!row) return;
    const settling: Settling = { ...row.settling, settlesAt: -Infinity, then: 'deleting' };
    this.#delegations.set(idKey(id), { resource: row.resource, settling });
    void this.#time.wait(lingerMs).then(() => this.#delegations.delete(idKey(id)));
  }

  readCopy(id: CopyId): OfferCopy | undefined {
    return this.#visible(this.#copies.get(idKey(id)));
  }

  readDelegation(id: DelegationId): Delegation | undefined {
    return this.#expanded(this.#delegations.get(idKey(id)));
  }

  listDelegations(scope: ScopeId): readonly Delegation[] {
    return this.#listed(({ resource }) => sameId(resource.scope, scope));
  }

  listDelegationsIn(id: SubscriptionId): readonly Delegation[] {
    return this.#listed(({ resource }) => this.#subscriptionOf(resource.id) === id);
  }

  #listed(test: (row: Row<Delegation>) => boolean): readonly Delegation[] {
    return this.#rows()
      .filter(test)
      .flatMap((row) => this.#expanded(row) ?? []);
  }

  register(id: SubscriptionId): RegistrationState {
    this.#refuseWhere(subscriptionScope(id));
    if (!this.#registeredAt.has(id)) this.#registeredAt.set(id, this.#time.now() + this.#traits.registeringMs);
    return this.registration(id);
  }

  writeCopy(id: CopyId, content: OfferContent): WriteAnswer {
    const subscriptionId = this.#subscriptionOf(id);
    this.#refuseWhere(subscriptionScope(subscriptionId));
    this.#refuseUnregistered(subscriptionId);
    const before = this.readCopy(id);
    const isNew = !this.#copies.has(idKey(id));
    const settling = { madeAt: this.#time.now(), settlesAt: this.#time.now() + (isNew ? 0 : this.#traits.settlingMs) };
    const resource: OfferCopy = { ...content, id, subscriptionId, provisioning: 'succeeded' };
    this.#copies.set(idKey(id), { resource, settling: { ...settling, then: 'succeeded' }, ...(before && { before }) });
    this.access.copyWritten(id, this.#time.now());
    return { provisioning: isNew ? 'succeeded' : 'working' };
  }

  writeDelegation(id: DelegationId, copyId: CopyId): WriteAnswer {
    const scope = parseDelegationId(id)?.scope;
    const subscriptionId = this.#subscriptionOf(id);
    if (!scope) throw new Error(`Not the id of a delegation: ${id}`);
    this.#refuseWhere(scope);
    this.#refuseUnregistered(subscriptionId);
    const copy = this.readCopy(copyId);
    if (this.#traits.references === 'refused' && this.#subscriptionOf(copyId) !== subscriptionId)
      refuse('referenceRefused');
    if (!copy) refuse('copyMissing');
    if (copy.provisioning !== 'succeeded') refuse('copyNotReady');
    const twin = this.delegations().find(
      (other) => sameId(other.scope, scope) && sameId(other.copyId, copyId) && !sameId(other.id, id),
    );
    if (twin) refuse('alreadyDelegated');
    const now = this.#time.now();
    const then = this.#traits.failing.has(scope) ? 'failed' : 'succeeded';
    const resource: Delegation = { id, scope, copyId, provisioning: then };
    const settling: Settling = { madeAt: now, settlesAt: now + this.#traits.settlingMs, then };
    const before = this.readDelegation(id);
    this.#delegations.set(idKey(id), { resource, settling, ...(before && { before }) });
    if (then === 'succeeded') this.access.delegationWritten(id);
    return { provisioning: 'working' };
  }

  deleteDelegation(id: DelegationId): WriteAnswer {
    const row = this.#there(this.#delegations.get(idKey(id)));
    if (!row) return { provisioning: 'succeeded' };
    this.#refuseWhere(row.resource.scope);
    const now = this.#time.now();
    const goneAt = row.goneAt ?? now + this.#traits.settlingMs + this.#traits.lingerMs;
    const settling: Settling = { ...row.settling, settlesAt: -Infinity, then: 'deleting' };
    this.#delegations.set(idKey(id), { resource: row.resource, settling, goneAt });
    const given = (delegation: Delegation) => {
      const content = this.#copies.get(idKey(delegation.copyId))?.resource;
      return content ? [{ delegation, content }] : [];
    };
    const others = this.delegations().filter((it) => !sameId(it.id, id) && it.provisioning !== 'deleting');
    for (const one of given(row.resource)) this.access.taken(one, others.flatMap(given), now);
    return { provisioning: 'deleting' };
  }

  deleteCopy(id: CopyId): WriteAnswer {
    if (!this.#copies.has(idKey(id))) return { provisioning: 'succeeded' };
    this.#refuseWhere(subscriptionScope(this.#subscriptionOf(id)));
    if (this.#traits.guardsCopies && this.delegations().some(({ copyId }) => sameId(copyId, id))) refuse('copyInUse');
    this.#copies.delete(idKey(id));
    return { provisioning: 'succeeded' };
  }

  #rows(): readonly Row<Delegation>[] {
    return [...this.#delegations.values()].filter((row) => this.#there(row));
  }

  #there<Resource>(row: Row<Resource> | undefined): Row<Resource> | undefined {
    return row?.goneAt !== undefined && this.#time.now() >= row.goneAt ? undefined : row;
  }

  #subscriptionOf(id: CopyId | DelegationId): SubscriptionId {
    const found = parseCopyId(id)?.subscriptionId ?? /^\/subscriptions\/([^/]+)\//.exec(id)?.[1];
    if (!found) throw new Error(`In no subscription: ${id}`);
    return found as SubscriptionId;
  }

  #refuseWhere(scope: ScopeId): void {
    const problem = this.#traits.refused.get(scope);
    if (problem) throw new ProblemError(problem);
  }

  #refuseUnregistered(id: SubscriptionId): void {
    const at = this.#registeredAt.get(id);
    if (at === undefined || this.#time.now() < at + this.#traits.propagatingMs) refuse('notRegistered');
  }

  /** With what the copy says at this moment. */
  #expanded(row: Row<Delegation> | undefined): Delegation | undefined {
    const delegation = this.#visible(row);
    const copy = delegation && this.#copies.get(idKey(delegation.copyId))?.resource;
    return delegation && { ...delegation, ...(copy && { copy }) };
  }

  #visible<Resource extends { readonly provisioning: Provisioning }>(
    row: Row<Resource> | undefined,
  ): Resource | undefined {
    const there = this.#there(row);
    if (!there) return undefined;
    const isSeen = this.#time.now() >= there.settling.madeAt + this.#traits.hiddenMs;
    return isSeen ? this.#asOfNow(there) : there.before;
  }

  #asOfNow<Resource extends { readonly provisioning: Provisioning }>({ resource, settling }: Row<Resource>): Resource {
    return { ...resource, provisioning: this.#time.now() >= settling.settlesAt ? settling.then : 'working' };
  }
}

function refuse(
  code: 'notRegistered' | 'referenceRefused' | 'copyMissing' | 'copyNotReady' | 'alreadyDelegated' | 'copyInUse',
): never {
  throw new ProblemError({ code, azure: { status: 409 } });
}
