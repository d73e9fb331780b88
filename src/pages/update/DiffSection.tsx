import { Switch } from '@fluentui/react-components';
import { useState } from 'react';
import type { RoleDefinitions } from '../../domain/lighthouseRules.ts';
import type { Authorization } from '../../domain/offer.ts';
import { onlyWords, type ChangedPart, type OfferDiff, type TextChange } from '../../domain/offerDiff.ts';
import { plainText } from '../../domain/providerText.ts';
import { assessRole } from '../../domain/roles.ts';
import { useText } from '../../text/TextContext.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { AuthorizationTerms } from '../shared/AuthorizationTerms.tsx';
import styles from './Update.module.css';

type Kind = 'added' | 'removed' | 'changed' | 'same';

interface Row {
  readonly key: string;
  readonly kind: Kind;
  readonly parts: readonly ChangedPart[];
  readonly text?: TextChange;
  readonly before?: Authorization;
  readonly after?: Authorization;
}

const tones: Readonly<Record<Kind, Tone>> = { added: 'caution', removed: 'good', changed: 'info', same: 'neutral' };
const nameLength = 120;
const textLength = 2000;

/** Old and new side by side, one row per authorization; only what changes, unless everything is asked for. */
export function DiffSection(props: {
  readonly diff: OfferDiff;
  readonly roles: RoleDefinitions;
  readonly before: string;
  readonly after: string;
}) {
  const { diff, roles } = props;
  const { t } = useText();
  const [all, setAll] = useState(false);
  const rows = rowsOf(diff, all);
  const side = (row: Row, which: 'before' | 'after') => {
    if (row.text) return <ProviderText text={plainText(row.text[which] ?? '', textLength) || t.update.nothing} />;
    const one = row[which];
    return one ? <Side authorization={one} roles={roles} /> : t.update.nothing;
  };
  const nothingElse = diff.authorizations.length === 0 ? t.update.noChanges : undefined;
  return (
    <Section title={t.update.changesTitle} lead={onlyWords(diff) ? t.wordsUpdate.only : nothingElse}>
      <Switch checked={all} label={t.update.all} onChange={(_, { checked }) => setAll(checked)} />
      <RowList
        label={t.update.table}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            title: t.update.column.what,
            width: 'minmax(0, 1fr)',
            cell: ({ kind, parts, text }) => (
              <>
                <StateTag tone={tones[kind]} plain>
                  {text ? t.update.text[text.what] : t.update.kind[kind]}
                </StateTag>
                {parts.map((part) => (
                  <div key={part} className={styles.sub}>
                    {t.update.part[part]}
                  </div>
                ))}
              </>
            ),
          },
          {
            key: 'before',
            title: props.before,
            width: 'minmax(0, 2fr)',
            named: true,
            cell: (row) => side(row, 'before'),
          },
          {
            key: 'after',
            title: props.after,
            width: 'minmax(0, 2fr)',
            named: true,
            cell: (row) => side(row, 'after'),
          },
        ]}
      />
    </Section>
  );
}

function Side({ authorization, roles }: { readonly authorization: Authorization; readonly roles: RoleDefinitions }) {
  const { t, format } = useText();
  const { principalId, principalName, roleId, delegatedRoleIds } = authorization;
  const roleName = (id: typeof roleId) => assessRole(id, roles.get(id)).name ?? id;
  return (
    <div>
      <ProviderText text={plainText(principalName ?? '', nameLength) || t.common.unnamed} />
      <div lang="en">{roleName(roleId)}</div>
      <div className={styles.sub}>
        <AuthorizationTerms authorization={authorization} />
      </div>
      {delegatedRoleIds.length > 0 && (
        <div className={styles.sub}>
          {t.offer.mayPassOn}: {format.list(delegatedRoleIds.map(roleName))}
        </div>
      )}
      <code className={styles.sub}>{principalId}</code>
    </div>
  );
}

function rowsOf(diff: OfferDiff, all: boolean): readonly Row[] {
  return [
    ...diff.authorizations.map((change, at): Row => {
      const { kind } = change;
      return {
        key: `${kind}${at}`,
        kind,
        parts: change.kind === 'changed' ? change.parts : [],
        ...(change.kind !== 'added' && { before: change.before }),
        ...(change.kind !== 'removed' && { after: change.after }),
      };
    }),
    ...diff.texts
      .filter(({ what }) => what !== 'version')
      .map((text): Row => ({ key: text.what, kind: 'changed', parts: [], text })),
    ...(all ? diff.same : []).map((one, at): Row => ({
      key: `same${at}`,
      kind: 'same',
      parts: [],
      before: one,
      after: one,
    })),
  ];
}
