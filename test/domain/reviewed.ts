import type { ChangeItem, ChangeSet } from '../../src/domain/changeSet.ts';
import { sameId } from '../../src/domain/ids.ts';
import type { OfferContent } from '../../src/domain/offer.ts';
import { sameAccess, saysThis } from '../../src/domain/sameAccess.ts';
import type { AzureModel } from './azureModel.ts';

/** Every write that was reviewed, as kind and target, with what it may say. */
export function reviewedWrites({
  registrations,
  items,
  offer,
}: ChangeSet): ReadonlyMap<string, OfferContent | undefined> {
  return new Map<string, OfferContent | undefined>([
    ...registrations.map((id): [string, undefined] => [`register ${id}`, undefined]),
    ...items.flatMap((item): [string, OfferContent | undefined][] => {
      switch (item.does) {
        case 'delegate':
          return item.ways.flatMap((way): [string, OfferContent | undefined][] => [
            [`writeDelegation ${way.delegationId}`, undefined],
            ...(way.kind === 'copy' ? [[`writeCopy ${way.copyId}`, offer.content] as [string, OfferContent]] : []),
          ]);
        case 'accept':
          return [[`writeCopy ${item.copyId}`, offer.content]];
        case 'update':
          return [[`writeCopy ${item.copyId}`, item.to]];
        case 'remove':
          return [[`deleteDelegation ${item.delegationId}`, undefined]];
        case 'removeCopy':
          return [[`deleteCopy ${item.copyId}`, undefined]];
        case 'reapplyCopy':
          return [[`writeCopy ${item.copyId}`, item.content]];
        case 'reapply':
          return [[`writeDelegation ${item.delegationId}`, undefined]];
      }
    }),
  ]);
}

/** Whether Azure is as an item that ended well says. */
export function isSo(azure: AzureModel, { offer }: ChangeSet, item: ChangeItem): boolean {
  const copy = 'copyId' in item ? azure.copies().find(({ id }) => sameId(id, item.copyId)) : undefined;
  const at = (id: string) => azure.delegations().find((one) => sameId(one.id, id))?.provisioning;
  switch (item.does) {
    case 'delegate':
      return item.ways.some(({ delegationId }) => at(delegationId) === 'succeeded');
    case 'accept':
      return copy?.provisioning === 'succeeded' && sameAccess(copy, offer.content);
    case 'update':
      return copy?.provisioning === 'succeeded' && saysThis(copy, item.to);
    case 'remove':
      return at(item.delegationId) === undefined;
    case 'removeCopy':
      return copy === undefined;
    case 'reapplyCopy':
      return copy?.provisioning === 'succeeded' && sameAccess(copy, item.content);
    case 'reapply':
      return at(item.delegationId) === 'succeeded';
  }
}
