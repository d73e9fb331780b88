import { useMemo } from 'react';
import { Link } from 'react-router';
import { needsOf } from '../../domain/needs.ts';
import type { Offer } from '../../domain/offer.ts';
import { acceptedNotDelegated } from '../../domain/offers.ts';
import { blocksDelegation } from '../../domain/guest.ts';
import { paths } from '../../paths.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import { useText } from '../../text/TextContext.tsx';
import { Checklist, type CheckItem } from '../../ui/Checklist.tsx';
import { Page } from '../../ui/Page.tsx';
import { Card } from '../../ui/Section.tsx';
import { HandedNotices } from '../handedOver/HandedNotice.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { tenantName, usePageTitle, useTenant } from '../shared/tenant.ts';
import { checkAllUpTo, useCheckAll, useChecks } from '../shared/useChecks.ts';
import { useCoverage } from '../shared/useCoverage.ts';
import { useOffers } from '../shared/useOffers.ts';
import { useFoundRun } from '../shared/useRun.ts';
import { EstateMap } from './EstateMap.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { useOpenUpdates } from './UpdateCard.tsx';
import { readinessNumbers, type ReadinessNumbers } from './readinessNumbers.ts';

const noOffers: readonly Offer[] = [];

/** What stands between the person and a working delegation, with live ticks; then what waits for them. */
export function OverviewPage() {
  const { t, format } = useText();
  const { session, membership, config } = useServices();
  const { tenantId } = session.person;
  const tenant = useTenant();
  const { estate, groups } = useOffers();
  const subscriptions = estate.data?.subscriptions;
  // A huge tenant is checked where its scopes are looked at; here its numbers say how far that has come.
  useCheckAll(subscriptions && subscriptions.length <= checkAllUpTo ? subscriptions : undefined, tenantId);
  const checksOf = useChecks();
  const numbers = estate.data && readinessNumbers(estate.data.subscriptions, tenantId, checksOf);
  // Nothing is waited for that will not come.
  const unread = estate.error !== null && estate.data === undefined;
  const open = groups?.offers.filter(acceptedNotDelegated) ?? [];
  const updates = useOpenUpdates(groups?.offers ?? noOffers);
  const { coverage, fresh } = useCoverage();
  const found = useFoundRun();
  const own = useMemo(() => subscriptions?.filter((one) => one.tenantId === tenantId), [subscriptions, tenantId]);

  const items: CheckItem[] = [
    {
      key: 'account',
      tick: blocksDelegation(membership, config.guests) ? 'problem' : membership === 'guest' ? 'unknown' : 'done',
      text: t.overview.account[membership],
      help: membership === 'guest' ? t.overview.account.guestHelp : undefined,
    },
    // Whether the roles of somebody who may not delegate at all would be enough is beside the point.
    ...(blocksDelegation(membership, config.guests) ? [] : [mayDelegate(numbers, unread, t, format)]),
    groups === undefined
      ? { key: 'accepted', tick: unread ? 'unknown' : 'checking', text: t.offers.title }
      : {
          key: 'accepted',
          tick: groups.offers.length > 0 ? 'done' : 'open',
          text: groups.offers.length > 0 ? t.overview.accepted(format, groups.offers.length) : t.overview.acceptedNone,
          help:
            groups.offers.length > 0 ? (
              <Link to={paths.offers}>{t.overview.showOffers}</Link>
            ) : (
              <Link to={paths.guide}>{t.overview.showGuide}</Link>
            ),
        },
    ...(numbers?.all === 0 ? [] : [registered(numbers, unread, t, format)]),
    ...(groups && groups.offers.length > 0
      ? [
          {
            key: 'delegated',
            tick: open.length > 0 ? 'open' : 'done',
            text: open.length > 0 ? t.overview.notDelegated(format, open.length) : t.overview.allDelegated,
            help: open.length < groups.offers.length && <Link to={paths.delegations}>{t.map.all}</Link>,
          } as const,
        ]
      : []),
  ];
  return (
    <Page
      title={t.overview.title}
      documentTitle={usePageTitle(t.frame.overview)}
      lead={t.overview.lead(tenantName(tenant))}
    >
      {estate.error && <ProblemNotice error={estate.error} retry={estate.again} />}
      <HandedNotices />
      <Card>
        <Checklist
          items={items}
          words={{
            done: t.overview.tickDone,
            open: t.overview.tickOpen,
            problem: t.overview.tickProblem,
            unknown: t.overview.tickUnknown,
            checking: t.overview.checking,
          }}
        />
      </Card>
      {groups && coverage && (
        <NeedsYou
          needs={needsOf({ unfinished: found?.kind === 'unfinished', offers: groups.offers, updates, coverage, fresh })}
        />
      )}
      {groups && own && own.length > 0 && <EstateMap subscriptions={own} offers={groups} />}
    </Page>
  );
}

function mayDelegate(numbers: ReadinessNumbers | undefined, unread: boolean, t: Catalog, format: Format): CheckItem {
  const key = 'may';
  if (unread) return { key, tick: 'unknown', text: t.overview.mayUnknown };
  if (!numbers) return { key, tick: 'checking', text: t.overview.mayChecking };
  if (numbers.all > checkAllUpTo && numbers.permissions.answered === 0)
    return { key, tick: 'unknown', text: t.needs.rightsLater(format, numbers.all) };
  if (numbers.all > 0 && numbers.permissions.answered === 0)
    return { key, tick: 'checking', text: t.overview.mayChecking };
  const { all, permissions, mayDelegate: may } = numbers;
  const { answered, known } = permissions;
  if (all === 0) return { key, tick: 'problem', text: t.delegate.emptyTitle, help: t.delegate.emptyWhat };
  if (may === 0 && known === all)
    return { key, tick: 'problem', text: t.overview.mayNone, help: t.overview.mayNoneHelp };
  if (known === 0) return { key, tick: 'unknown', text: t.overview.mayUnknown, help: t.overview.mayNoneHelp };
  return {
    key,
    tick: may > 0 ? 'done' : answered === all ? 'unknown' : 'checking',
    text: known < all ? t.overview.mayPartly(format, may, known, all) : t.overview.may(format, may, all),
  };
}

function registered(numbers: ReadinessNumbers | undefined, unread: boolean, t: Catalog, format: Format): CheckItem {
  const key = 'registered';
  if (unread) return { key, tick: 'unknown', text: t.overview.registeredUnknown };
  const link = <Link to={paths.registration}>{t.overview.showRegistration}</Link>;
  if (numbers && numbers.all > checkAllUpTo && numbers.registration.answered === 0)
    return { key, tick: 'unknown', text: t.needs.registrationLater(format, numbers.all), help: link };
  if (!numbers || numbers.registration.answered === 0)
    return { key, tick: 'checking', text: t.overview.registeredChecking };
  const { all, registration, registered: n } = numbers;
  const { known } = registration;
  if (known === 0) return { key, tick: 'unknown', text: t.overview.registeredUnknown, help: link };
  return {
    key,
    tick: n === all ? 'done' : 'open',
    text: known < all ? t.overview.registeredPartly(format, n, known, all) : t.overview.registered(format, n, all),
    help: (
      <>
        {n < all && t.overview.registeredHelp} {link}
      </>
    ),
  };
}
