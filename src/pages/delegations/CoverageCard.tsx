import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { coverageByGroup, notCovered, type Coverage } from '../../domain/coverage.ts';
import type { Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Card } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { useServices } from '../services.ts';
import { offerName, providerName } from '../shared/offerNames.ts';
import { addressOfScopes } from '../shared/scopesAddress.ts';
import styles from './Coverage.module.css';

/** Uncovered subscriptions named at first; the rest on demand. */
const namedAtFirst = 50;

/** How far one offer reaches, what is left, and the one step that tops it up. */
export function CoverageCard(props: {
  readonly coverage: Coverage;
  readonly subscriptions: readonly Subscription[];
  readonly fresh: readonly Subscription[];
}) {
  const { t, format } = useText();
  const { surroundings } = useServices();
  const navigate = useNavigate();
  const { coverage, subscriptions } = props;
  const { offer, covered, partly } = coverage;
  const left = useMemo(() => {
    const inPart = new Map(partly.map((one) => [one.subscription, one.resourceGroups]));
    return notCovered(coverage)
      .map((subscription) => ({
        subscription,
        resourceGroups: inPart.get(subscription),
        isNew: props.fresh.includes(subscription),
      }))
      .toSorted(
        (one, other) =>
          Number(other.isNew) - Number(one.isNew) || format.compare(one.subscription.name, other.subscription.name),
      );
  }, [coverage, partly, props.fresh, format]);
  const groups = useMemo(
    () =>
      coverageByGroup(coverage, subscriptions).map(({ path, ...numbers }) => ({
        ...numbers,
        title: path?.map(({ displayName }) => displayName).join(' / ') ?? t.delegate.noManagementGroup,
      })),
    [coverage, subscriptions, t],
  );
  const [all, setAll] = useState(false);
  const fresh = left.filter(({ isNew }) => isNew).length;
  const name = offerName(offer.content, t);
  const topUp = () => {
    const scopes = left.map(({ subscription }) => subscription.id);
    void navigate(`${paths.delegate(offer.key)}?${addressOfScopes(scopes, () => surroundings.newId())}`);
  };
  return (
    <Card>
      <div className={styles.head}>
        <div>
          <h2 className={styles.name}>
            <Link to={paths.offer(offer.key)}>
              <ProviderText text={name} />
            </Link>
          </h2>
          <div className={styles.sub}>
            <ProviderText text={providerName(offer)} />
          </div>
        </div>
        {left.length > 0 && (
          <Button aria-label={`${topUpText(left.length)}: ${name}`} onClick={topUp}>
            {topUpText(left.length)}
          </Button>
        )}
      </div>
      <div className={styles.numbers}>
        <strong>{t.coverage.numbers(format, covered.length, subscriptions.length)}</strong>
        {fresh > 0 && <StateTag tone="info">{t.coverage.fresh(format, fresh)}</StateTag>}
      </div>
      <div
        className={styles.bar}
        role="img"
        aria-label={`${t.coverage.bar(name)}: ${t.coverage.numbers(format, covered.length, subscriptions.length)}`}
      >
        <i className={styles.whole} style={{ flexGrow: covered.length }} />
        <i className={styles.part} style={{ flexGrow: partly.length }} />
        <i style={{ flexGrow: coverage.open.length }} />
      </div>
      {left.length === 0 && <div>{t.coverage.complete}</div>}
      {partly.length > 0 && <div className={styles.sub}>{t.coverage.partly(format, partly.length)}</div>}
      {left.length > 0 && (
        <Disclosure summary={t.coverage.open(format, left.length)}>
          <ul className={styles.list}>
            {left.slice(0, all ? undefined : namedAtFirst).map(({ subscription, resourceGroups, isNew }) => (
              <li key={subscription.id}>
                <Link to={paths.accessAt(subscription.id)}>
                  <bdi>{subscription.name}</bdi>
                </Link>{' '}
                {isNew && <StateTag tone="info">{t.coverage.newTag}</StateTag>}{' '}
                {resourceGroups !== undefined && (
                  <span className={styles.sub}>{t.coverage.partlyTag(format, resourceGroups)}</span>
                )}
              </li>
            ))}
          </ul>
          {!all && left.length > namedAtFirst && (
            <Button appearance="subtle" onClick={() => setAll(true)}>
              {t.coverage.more(format, left.length - namedAtFirst)}
            </Button>
          )}
        </Disclosure>
      )}
      {groups.length > 1 && (
        <Disclosure summary={t.coverage.byGroup}>
          <table className={styles.groups}>
            <thead>
              <tr>
                <th>{t.coverage.group}</th>
                <th>{t.coverage.covered}</th>
              </tr>
            </thead>
            <tbody>
              {groups
                .toSorted((one, other) => format.compare(one.title, other.title))
                .map(({ key, title, covered: n, all: of }) => (
                  <tr key={key}>
                    <td>
                      <bdi>{title}</bdi>
                    </td>
                    <td>{t.coverage.numbers(format, n, of)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Disclosure>
      )}
    </Card>
  );

  function topUpText(n: number): string {
    return n === 1 ? t.coverage.topUpOne : t.coverage.topUp(format, n);
  }
}
