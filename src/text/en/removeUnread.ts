import type { Format } from '../format.ts';

/** Taking away delegations whose offer nobody can read. */
export const removeUnread = {
  provider: 'a provider that nobody here can name',
  offer: (id: string) => `Offer unknown (${id})`,
  title: 'Remove delegations whose offer is unknown',
  sentence: (scopes: string) =>
    `You are about to take away from somebody unknown whatever access they have to ${scopes}.`,
  accessTitle: 'Nobody here can say who has access, or which',
  accessWhat:
    'The copy of the offer that says so was deleted, or your account may not read it. Removing needs the delegation alone, and that is there.',
  overlap:
    'If the same people hold the same roles here through another offer, they may lose those too, and this cannot be foreseen. Ask that provider afterwards; taking its delegation back and delegating again gives the access back.',
  confirm: (format: Format, n: number) =>
    `I understand that whoever has access through ${n === 1 ? 'this delegation' : `these ${format.number(n)} delegations`} will lose it, and that nobody here can say who that is.`,
  back: 'Back to the delegations',
};
