import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { asking, openOwners, store, treasurer, treasury } from './ownerNamesStories.ts';
import { openWorld } from './harness.ts';
import { scopesPath } from './places.ts';
import { tellings } from './tellings.ts';

describe.each(tellings(import.meta.filename))('the names of Owners, in %s', (language) => {
  it('need leave first, and who gives it comes back to the same list and choice, where they are shown', async () => {
    const first = await openWorld({ ...asking, language, names: { allowed: false } });
    const { t, format } = first;
    const dialog = await openOwners(first);
    await first.press(t.ownerNames.show, dialog);
    await first.reads([t.ownerNames.allow.title, t.ownerNames.allow.what], dialog);
    await first.press(t.ownerNames.goOn, dialog);
    const [trip] = first.session().trips;
    expect(first.asksForNames()).toEqual([]);
    first.close();

    const path = trip?.returnTo ?? '';
    const back = await openWorld({ from: first, language, path, names: { allowed: true, cameBack: {} } });
    const again = await back.find('dialog', t.owners.title(treasury.name));
    await back.reads(['Seoyun Han (한서윤)', treasurer.id], again);
    await back.press(t.owners.close, again);
    await back.reads(t.delegate.summary(format, 1, 1, 0));
    expect(location.search).not.toContain('owners');
  });

  it('are done without where leave is refused: ids stay, and an administrator is named who could give it', async () => {
    const problem = { code: 'consentNeeded', azure: { code: 'AADSTS65004', message: 'declined' } } as const;
    const path = `${scopesPath([store])}&owners=${treasury.id.replace('/subscriptions/', '')}`;
    const world = await openWorld({ path, language, names: { allowed: false, cameBack: { problem } } });
    const { t, reads } = world;
    const dialog = await world.find('dialog', t.owners.title(treasury.name));
    await reads([t.owners.noName, treasurer.id, t.ownerNames.declined.title, t.ownerNames.declined.what], dialog);
    expect(world.asksForNames()).toEqual([]);
    // Asked once more, it is Microsoft's page again that decides.
    await world.press(t.ownerNames.show, dialog);
    await reads(t.ownerNames.allow.title, dialog);
  });

  it('are not asked for by an address: a link opens the list, and no more', async () => {
    const path = `${scopesPath([store])}&owners=${treasury.id.replace('/subscriptions/', '')}`;
    const world = await openWorld({ path, language, names: { allowed: true } });
    const dialog = await world.find('dialog', world.t.owners.title(treasury.name));
    await world.reads([world.t.owners.noName, treasurer.id, world.t.ownerNames.lead], dialog);
    expect(world.asksForNames()).toEqual([]);
  });

  it.each([
    ['a limit', { kind: 'throttle', retryAfter: 'seconds', seconds: 20 }, 'throttled'],
    ['a proxy in between', { kind: 'html', status: 403 }, 'blocked'],
    ['a blocked address', { kind: 'lose' }, 'blocked'],
    ['no right to look others up', { kind: 'error', status: 403, code: 'Authorization_RequestDenied' }, 'notAllowed'],
  ] as const)('are missing with the reason, and come with the next press: %s', async (_, action, word) => {
    const faults = [{ route: 'GET /v1.0/users', times: 1, action }];
    const world = await openWorld({ ...asking, language, faults, names: { allowed: true } });
    const { t, reads } = world;
    const dialog = await openOwners(world);
    await world.press(t.ownerNames.show, dialog);
    await reads([t.owners.noName, treasurer.id, t.ownerNames[word].title, t.ownerNames.idsRemain], dialog);
    await world.press(t.ownerNames.show, dialog);
    await reads(['Seoyun Han (한서윤)', treasurer.id], dialog);
  });
});

describe('the privacy page', () => {
  it.each([true, false])('is true where Microsoft Graph may be asked, and where not: %s', async (graph) => {
    const world = await openWorld({ path: paths.privacy, ...(graph && { names: { allowed: true } }) });
    const { ownerNames, about } = world.t;
    const [noServer = ''] = about.privacy.never;
    await world.reads(graph ? [ownerNames.privacy, ownerNames.privacyNever] : [about.privacy.reads.noGraph, noServer]);
    expect(world.says()).not.toContain(graph ? about.privacy.reads.noGraph : ownerNames.privacy);
    expect(world.says()).not.toContain(graph ? noServer : ownerNames.privacyNever);
    expect(world.asksForNames()).toEqual([]);
  });
});

describe('names that people gave themselves', () => {
  it('are plain words, and who is gone from the directory keeps the id', async () => {
    const world = await openWorld({
      ...asking,
      names: { allowed: true },
      prepare({ context }) {
        const hostile = '<img src=x onerror=alert(1)>\u202eevil\u0000';
        const principals = context.world.principals.flatMap((principal) => {
          if (principal.id === treasurer.id) return [{ ...principal, displayName: hostile }];
          return principal.type === 'User' ? [] : [principal];
        });
        const token = context.world.principals.filter(({ displayName }) => displayName.startsWith('Jiwoo'));
        context.world = { ...context.world, principals: [...principals, ...token] };
      },
    });
    const { t, format, reads } = world;
    const dialog = await openOwners(world);
    await world.press(t.ownerNames.show, dialog);
    await reads(['<img src=x onerror=alert(1)>evil', treasurer.id], dialog);
    await reads(t.ownerNames.shown(format, 1, 2), dialog);
    await reads(t.ownerNames.unknown, dialog);
    expect(dialog.querySelector('img')).toBeNull();
  });
});
