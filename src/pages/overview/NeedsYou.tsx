import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Need } from '../../domain/needs.ts';
import { problemOf } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { NotDelegatedNotice } from '../offers/NotDelegatedNotice.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { addressOfScopes } from '../shared/scopesAddress.ts';
import { UpdateCard } from './UpdateCard.tsx';

/** What waits for the person, most urgent first, each with the step that does it. */
export function NeedsYou({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useText();
  // The bar at the top of the page has the primary button of an unfinished run.
  const primary = needs[0]?.kind === 'unfinishedRun' ? -1 : 0;
  return (
    <Section title={t.overview.needsYou} lead={needs.length === 0 ? t.overview.nothingNeeded : undefined}>
      {needs.map((need, at) => {
        switch (need.kind) {
          case 'unfinishedRun':
            return <UnfinishedRun key={need.kind} />;
          case 'notDelegated':
            return (
              <NotDelegatedNotice key={`${need.kind}:${need.offer.key}`} offer={need.offer} primary={at === primary} />
            );
          case 'updateAvailable':
            return <UpdateCard key={`${need.kind}:${need.offer.key}`} offer={need.offer} version={need.version} />;
          case 'newNotCovered':
            return <NewNotCovered key={`${need.kind}:${need.offer.key}`} need={need} primary={at === primary} />;
        }
      })}
    </Section>
  );
}

function UnfinishedRun() {
  const { t } = useText();
  const { runs } = useServices();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const resume = async () => {
    try {
      await runs.resumeUnfinished();
      void navigate(paths.run);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Notice
        tone="caution"
        title={t.needs.unfinishedTitle}
        actions={<Button onClick={() => void resume()}>{t.needs.resume}</Button>}
      >
        <p>{t.needs.unfinishedWhat}</p>
      </Notice>
      {problem !== undefined && <ProblemNotice error={problemOf(problem)} />}
    </>
  );
}

/** More names than this are a list, not a sentence. */
const named = 4;

function NewNotCovered(props: { readonly need: Need & { readonly kind: 'newNotCovered' }; readonly primary: boolean }) {
  const { t, format } = useText();
  const { surroundings } = useServices();
  const navigate = useNavigate();
  const { offer, subscriptions } = props.need;
  const rest = subscriptions.length - named;
  const names = [
    ...subscriptions.slice(0, named).map(({ name }) => name),
    ...(rest > 0 ? [t.needs.more(format, rest)] : []),
  ];
  const scopes = subscriptions.map(({ id }) => id);
  return (
    <Notice
      tone="info"
      title={<bdi>{t.needs.newTitle(format, subscriptions.length, offerName(offer.content, t))}</bdi>}
      actions={
        <>
          <Button
            appearance={props.primary ? 'primary' : 'secondary'}
            onClick={() =>
              void navigate(`${paths.delegate(offer.key)}?${addressOfScopes(scopes, () => surroundings.newId())}`)
            }
          >
            {t.needs.delegateNew(format, subscriptions.length)}
          </Button>
          <Button appearance="subtle" onClick={() => void navigate(paths.coverage)}>
            {t.needs.coverage}
          </Button>
        </>
      }
    >
      <p>{t.needs.newWhat(format.list(names))}</p>
    </Notice>
  );
}
