import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { HandedSection } from './HandedSection.tsx';
import { stageOf } from './handOverWords.ts';
import { useHandOvers } from './useHandOvers.ts';

/** What Azure's own deployment engine carries out, and how it ended; the newest first. */
export function HandedOverPage() {
  const { t } = useText();
  const { page } = t.handOver;
  const followed = useHandOvers().toReversed();
  const firstEnded = followed.find(({ state }) => stageOf(state) === 'ended');
  return (
    <Page title={page.title} documentTitle={usePageTitle(page.title)} lead={page.lead}>
      {followed.length === 0 && (
        <EmptyState title={page.emptyTitle} next={<Link to={paths.offers}>{page.emptyNext}</Link>}>
          <p>{page.emptyWhat}</p>
        </EmptyState>
      )}
      {followed.map((one) => (
        <HandedSection key={one.kept.id} followed={one} primary={one === firstEnded} />
      ))}
    </Page>
  );
}
