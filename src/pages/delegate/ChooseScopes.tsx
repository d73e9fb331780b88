import { Button } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import type { Estate } from '../../domain/estate.ts';
import type { Offer } from '../../domain/offer.ts';
import { emptySelection } from '../../domain/selection.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterTabs } from '../../ui/FilterTabs.tsx';
import { useServices } from '../services.ts';
import { OtherTenants } from '../shared/OtherTenants.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { useCheckAll } from '../shared/useChecks.ts';
import { useOffersAt } from '../shared/useOffers.ts';
import { EveryGroupButton, EveryGroupStatus } from './EveryGroup.tsx';
import { IdentityNotice } from './IdentityNotice.tsx';
import { OwnersDialog } from './OwnersDialog.tsx';
import { ScopeTable } from './ScopeTable.tsx';
import { tabs } from './scopeBlocks.ts';
import { ScopeTools } from './ScopeTools.tsx';
import { useAskedOwners } from './useAskedOwners.ts';
import { useScopeChoice } from './useScopeChoice.ts';

/** The list of scopes with everything that helps to choose among them. */
export function ChooseScopes(props: { readonly offer: Offer; readonly estate: Estate; readonly reload: () => void }) {
  const { offer, estate } = props;
  const { t, format } = useText();
  const { session } = useServices();
  const navigate = useNavigate();
  useCheckAll(estate.subscriptions, session.person.tenantId);
  const choice = useScopeChoice(offer, estate);
  const offersAt = useOffersAt();
  const { asked, ...owners } = useAskedOwners(estate.subscriptions);
  const { selection, setSelection, counts, addable, everyGroup } = choice;
  const areGroupsShown = everyGroup.state === 'shown';

  const checked = estate.subscriptions.length - choice.unchecked;
  if (estate.subscriptions.length === 0) {
    return (
      <EmptyState title={t.delegate.emptyTitle} next={<Button onClick={props.reload}>{t.offers.reload}</Button>}>
        <p>{t.delegate.emptyWhat}</p>
        <OtherTenants />
      </EmptyState>
    );
  }
  return (
    <>
      <IdentityNotice link={choice.link} />
      {estate.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} title={t.delegate.problems} retry={props.reload} />
      ))}
      <ScopeTools subscriptions={estate.subscriptions} filter={choice.filter} onFilter={choice.setFilter}>
        <EveryGroupButton every={everyGroup} onWanted={choice.setWantsEveryGroup} />
        {addable.subscriptions > 0 && (
          <Button onClick={() => choice.selectAll('subscriptions')}>
            {areGroupsShown
              ? t.delegate.selectAllSubscriptions(format, addable.subscriptions)
              : t.delegate.selectAllReady(format, addable.subscriptions)}
          </Button>
        )}
        {addable.groups > 0 && (
          <Button onClick={() => choice.selectAll('groups')}>
            {t.delegate.selectAllGroups(format, addable.groups)}
          </Button>
        )}
        {selection.size > 0 && (
          <Button appearance="subtle" onClick={() => setSelection(emptySelection)}>
            {t.delegate.clear}
          </Button>
        )}
      </ScopeTools>
      <EveryGroupStatus every={everyGroup} count={choice.groupCount} />
      <FilterTabs
        label={t.delegate.filterLabel}
        value={choice.tab}
        onChange={choice.setTab}
        tabs={tabs.map((value) => ({
          value,
          text: t.delegate.filter[value],
          count: format.number(choice.countUnder(value)),
        }))}
      />
      {choice.unchecked > 0 && (
        <div>{t.delegate.checking(format.number(checked), format.number(estate.subscriptions.length))}</div>
      )}
      {choice.rows.length > 0 ? (
        <ScopeTable
          rows={choice.rows}
          selection={selection}
          onSelect={setSelection}
          open={choice.open}
          onOpen={choice.setOpen}
          onAsk={owners.ask}
          offersAt={offersAt}
        />
      ) : (
        <EmptyState
          title={t.delegate.emptyFiltered}
          next={
            <>
              {everyGroup.state === 'hidden' && (
                <Button onClick={() => choice.setWantsEveryGroup(true)}>{t.delegate.searchGroupsToo}</Button>
              )}
              <Button
                onClick={() => {
                  choice.setFilter({});
                  choice.setTab('all');
                }}
              >
                {t.delegate.showAll}
              </Button>
            </>
          }
        >
          {everyGroup.state === 'hidden' && <p>{t.delegate.groupsNotSearched}</p>}
        </EmptyState>
      )}
      <MissingSubscription />
      <ActionBar
        summary={
          <span role="status">
            {t.delegate.summary(format, counts.chosen, counts.ready, counts.register)}
            {counts.others > 0 && `${t.delegate.summaryJoin}${t.delegate.summaryOther(format, counts.others)}`}
          </span>
        }
      >
        {counts.others > 0 && <CopyButton text={choice.link} label={t.identity.copyLink} done={t.common.copied} />}
        <Button
          appearance="primary"
          disabledFocusable={counts.ready + counts.register === 0}
          onClick={() => void navigate(`${paths.review(offer.key)}?${choice.address}`)}
        >
          {t.delegate.review}
        </Button>
      </ActionBar>
      {asked && (
        <OwnersDialog
          subscription={asked}
          link={choice.linkWith([asked.id])}
          fromAddress={owners.fromAddress}
          address={owners.addressOf(asked, choice.address)}
          onClose={owners.close}
        />
      )}
    </>
  );
}

/** The usual causes why a subscription is not in the list. */
function MissingSubscription() {
  const { t } = useText();
  const { tenant, role, newOne, state } = t.delegate.missing;
  return (
    <Disclosure summary={t.delegate.missingTitle}>
      <ul>
        {[tenant, role, newOne, state].map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
