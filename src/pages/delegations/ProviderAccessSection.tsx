import { plainText } from '../../domain/providerText.ts';
import { assessRole } from '../../domain/roles.ts';
import type { ProviderAccess } from '../../domain/scopeAccess.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { AccessCards } from '../shared/AccessCards.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { providerName } from '../shared/offerNames.ts';
import type { Roles } from '../shared/useOffers.ts';
import { GivenBy } from './GivenBy.tsx';
import { offerOf } from './inventoryRows.ts';

const nameLength = 120;

/** Everything one provider could do at a scope: by which delegations, what is given twice, and principal by principal. */
export function ProviderAccessSection({
  provider,
  roles,
}: {
  readonly provider: ProviderAccess;
  readonly roles: Roles;
}) {
  const { t, format } = useText();
  const { access, overlaps, by, tenantId } = provider;
  const name = providerName({
    managedByTenantId: tenantId,
    ...(provider.name !== undefined && { providerName: provider.name }),
  });
  return (
    <Section title={<bdi>{t.scopeAccess.together(name)}</bdi>}>
      <Card>
        <AccessLevel level={access.level} word={`${t.offer.overallLabel}: ${levelWord(access.level, t)}`} />
        <CopyText text={tenantId} label={t.common.copyId(t.common.tenantId)} done={t.common.copied} />
        <div>{t.scopeAccess.by}:</div>
        <GivenBy rows={by} placed />
      </Card>
      {overlaps.length > 0 && (
        <Notice tone="caution" title={t.scopeAccess.overlapTitle(format, overlaps.length)}>
          <p>{t.scopeAccess.overlapWhat}</p>
          <ul>
            {overlaps.map((overlap) => (
              <li key={`${overlap.principalId}/${overlap.roleId}`}>
                <bdi>
                  {t.scopeAccess.overlap(
                    plainText(overlap.name ?? '', nameLength) || overlap.principalId,
                    assessRole(overlap.roleId, roles.get(overlap.roleId)).name ?? overlap.roleId,
                    format.list(overlap.by.map((row) => offerOf(row, t))),
                  )}
                </bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <AccessCards principals={access.principals} roles={roles} />
    </Section>
  );
}
