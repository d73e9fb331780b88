import { describe, expect, it } from 'vitest';
import { AzureSession, noTrouble } from '../../../test/domain/azureSession.ts';
import type { Trouble } from '../../../test/domain/azureSession.ts';
import type { AzureTraits } from '../../../test/domain/azureTraits.ts';
import { content, offer, subscription } from '../../../test/domain/offers.ts';
import { copy, facts, kept, keptCopy, ours, places, removal, who } from '../../../test/domain/overlapping.ts';
import { azureWith, changeSetFor, startIn } from '../../../test/domain/runs.ts';
import { endsOf, writesOf } from '../../../test/domain/watching.ts';
import type { ChangeSet } from '../changeSet.ts';
import type { Run, RunOptions } from '../executor.ts';
import { resumeRun } from '../journal.ts';
import { makeAcceptance } from '../makeAcceptance.ts';
import { makeRemoval } from '../makeRemoval.ts';
import { makeUpdate } from '../makeUpdate.ts';
import { ProblemError } from '../problem.ts';
import type { RunEvent, RunState, WriteKind } from '../run.ts';

type Traits = Partial<AzureTraits>;
type Made = ReturnType<typeof azureWith> & { readonly changeSet: ChangeSet<never> };

function delegation(traits: Traits): Made {
  const made = azureWith(offer([copy]), places, traits);
  return { ...made, changeSet: changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]) };
}

function acceptance(traits: Traits): Made {
  const incoming = { ...offer([copy]), copies: [] };
  const into = { scope: subscription(2), registration: 'registered', blockers: [] } as const;
  const changeSet = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [] });
  return { ...azureWith(incoming, places, traits), changeSet };
}

function update(traits: Traits): Made {
  const changeSet = makeUpdate<never>({ ...facts, offer: offer([copy]), to: content('2.0.0') });
  return { ...azureWith(offer([copy]), places, traits), changeSet };
}

/** The copy stays; what is kept is written again. */
function removing(traits: Traits): Made {
  const made = azureWith(ours, places, traits);
  made.azure.seed({ copies: [keptCopy], delegations: [kept] });
  return { ...made, changeSet: makeRemoval<never>({ ...removal, copies: [], reapply: true }) };
}

/** A write arrives after 200 ms, and is answered after 400. */
const unheard = 250;
const answered = 450;

/** Carries it out until so long after the last first write of that kind; what the journal holds of the page that is gone then. */
async function firstPage({ azure, time, changeSet }: Made, kind: WriteKind, ms: number) {
  const session = new AzureSession(azure, time);
  const journal: RunEvent[] = [];
  let run: Run | undefined;
  const sent = new Promise<void>((resolve) => {
    const onEvent: RunOptions['onEvent'] = (event) => {
      if (event.type === 'attempted' && event.attempt.kind === kind) void time.wait(ms).then(resolve);
    };
    void startIn(session, changeSet, { seed: 2, journal: session.journal(journal), onEvent }).then((it) => (run = it));
  });
  await time.until(sent);
  time.abandonWaiters();
  if (!run) throw new Error('A page that has sent something has begun.');
  return { journal: journal.slice(), fingerprint: run.state().fingerprint };
}

/** Another page goes on; what a person sees of it. */
async function nextPage(
  { azure, time, changeSet }: Made,
  { journal, fingerprint }: Awaited<ReturnType<typeof firstPage>>,
  trouble: Trouble = noTrouble,
  options: Partial<RunOptions> = {},
) {
  const left = resumeRun(journal, changeSet, fingerprint, time.now());
  if (!('state' in left)) throw new Error(left.cannot);
  const doubts = new Set<string>();
  const onEvent = (_event: RunEvent, { items }: RunState) => {
    for (const { status } of items) if (status.state === 'unknown') doubts.add(status.problem.code);
  };
  const session = new AzureSession(azure, time, trouble);
  const run = await startIn(session, changeSet, { seed: 3, from: left.state, onEvent, ...options });
  return { run, doubts, state: await time.until(run.finished) };
}

describe('what a page that is gone has sent', () => {
  it.each<[string, (traits: Traits) => Made, WriteKind, Traits, readonly string[]]>([
    ['a delegation', delegation, 'writeDelegation', {}, ['writeDelegation']],
    [
      'a copy that a delegation needs',
      delegation,
      'writeCopy',
      { references: 'refused' },
      ['writeDelegation refused', 'writeCopy', 'writeDelegation'],
    ],
    ['an offer that is taken in', acceptance, 'writeCopy', {}, ['writeCopy']],
    ['an update', update, 'writeCopy', {}, ['writeCopy']],
  ])('is not sent again where it shows only after a while: %s', async (_, world, kind, traits, writes) => {
    const made = world({ hiddenMs: 3000, ...traits });
    const { state, doubts } = await nextPage(made, await firstPage(made, kind, unheard));
    expect(endsOf(state)).toEqual(['done']);
    expect(writesOf(made.azure)).toEqual(writes);
    expect([...doubts]).toEqual(['noAnswer']);
  });

  it('is in doubt as long as nobody may look whether it has arrived', async () => {
    const made = update({ hiddenMs: 3000 });
    const page = await firstPage(made, 'writeCopy', unheard);
    const session = new AzureSession(made.azure, made.time);
    let looks = 0;
    const readCopy: typeof session.port.readCopy = async (...args) => {
      looks += 1;
      if (looks > 1) throw new ProblemError({ code: 'notAllowed' });
      return session.port.readCopy(...args);
    };
    const { state } = await nextPage(made, page, noTrouble, { port: { ...session.port, readCopy } });
    expect(endsOf(state)).toEqual(['unknown: notAllowed']);
  });
});

describe('what a page that is gone has written again', () => {
  it.each(['writeCopy', 'writeDelegation'] as const)('is done, and not sent again: %s', async (kind) => {
    const made = removing({});
    const { state } = await nextPage(made, await firstPage(made, kind, answered));
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(writesOf(made.azure)).toEqual(['deleteDelegation', 'writeCopy', 'writeDelegation']);
  });

  it('is not done where it shows as it was before, and then does not succeed', async () => {
    const made = removing({ hiddenMs: 1500, settlingMs: 2000, failing: new Set([kept.scope]) });
    const { state } = await nextPage(made, await firstPage(made, 'writeDelegation', answered));
    expect(endsOf(state)).toEqual(['done', 'done', 'failed: operationFailed']);
  });
});

describe('what Azure accepted from a page that is gone, and could not do', () => {
  const failed = { provisioning: 'failed' } as const;
  it.each<[string, (traits: Traits) => Made, WriteKind, (made: Made) => void, readonly string[]]>([
    [
      'an update',
      update,
      'writeCopy',
      ({ azure }) => azure.seed({ copies: [{ ...copy, ...content('2.0.0'), ...failed }] }),
      ['failed: operationFailed'],
    ],
    [
      'a copy that is written again',
      removing,
      'writeCopy',
      ({ azure }) => azure.seed({ copies: [{ ...keptCopy, ...failed }] }),
      ['done', 'failed: operationFailed', 'failed: earlierStepFailed'],
    ],
    [
      'a delegation that is written again',
      removing,
      'writeDelegation',
      ({ azure }) => azure.seed({ delegations: [{ ...kept, ...failed }] }),
      ['done', 'done', 'failed: operationFailed'],
    ],
  ])('is how it ended; written again only where a person asks for that: %s', async (_, world, kind, fails, ends) => {
    const made = world({});
    const page = await firstPage(made, kind, answered);
    fails(made);
    const before = writesOf(made.azure);
    const { state, run } = await nextPage(made, page);
    expect(endsOf(state)).toEqual(ends);
    expect(writesOf(made.azure)).toEqual(before);
    run.retry();
    expect(endsOf(await made.time.until(run.finished))).toEqual(ends.map(() => 'done'));
  });
});
