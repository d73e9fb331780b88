import { Button, Link } from '@fluentui/react-components';
import { versionMeant, type CatalogOffer } from '../../domain/catalogOffer.ts';
import { isPreview, type PlanIdentifier } from '../../domain/planIdentifier.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useRead } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { marketplaceSearch } from '../shared/portal.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { CatalogOfferView } from './CatalogOfferView.tsx';
import { mayBeResold } from './mayBeResold.ts';

/** Asks the marketplace for a plan, for everybody and for the chosen subscription: what only the latter sees is private. */
export function CatalogLookup(props: {
  readonly identifier: PlanIdentifier;
  readonly subscription: Subscription | undefined;
  readonly onVersion: (identifier: PlanIdentifier) => void;
}) {
  const { identifier, subscription } = props;
  const { t } = useText();
  const { queries } = useServices();
  const everywhere = useRead(queries.catalog(identifier));
  const here = useRead({
    ...queries.catalog(identifier, subscription?.subscriptionId),
    enabled: subscription !== undefined,
  });
  const reading = subscription === undefined ? everywhere : here;
  if (reading.isPending || everywhere.isPending) return <LoadingRows label={t.addOffer.loading} />;
  if (!reading.data) {
    return (
      <>
        <ProblemNotice error={reading.error} title={t.addOffer.failedTitle} retry={reading.again} />
        <PortalLinks identifier={identifier} />
      </>
    );
  }
  const offer = versionMeant(reading.data, identifier);
  const newest = newestOf(reading.data, identifier);
  if (offer && newest) {
    return (
      <CatalogOfferView
        offer={offer}
        newest={newest}
        // Where the tenant's own level could not be asked nobody knows, and nothing is said.
        isPrivate={everywhere.data !== undefined && newestOf(everywhere.data, identifier) === undefined}
        subscription={subscription}
        onVersion={props.onVersion}
      />
    );
  }
  return (
    <Notice
      tone="caution"
      announce
      title={t.addOffer.unknownTitle}
      actions={
        <>
          {newest && (
            <Button onClick={() => props.onVersion({ ...identifier, version: newest.plan.version })}>
              {t.addOffer.seeNewest(newest.plan.version)}
            </Button>
          )}
          <PortalLinks identifier={identifier} />
        </>
      }
    >
      {newest ? (
        <p>{t.addOffer.unknownVersion(identifier.version ?? '', newest.plan.version)}</p>
      ) : (
        <>
          <p>{t.addOffer.unknownWhat}</p>
          <p>{subscription === undefined ? t.addOffer.unknownPrivate : t.addOffer.unknownPrivateHere}</p>
          {mayBeResold(subscription) && <p>{t.addOffer.cspPrivate}</p>}
          {isPreview(identifier) && <p>{t.addOffer.unknownPreview}</p>}
        </>
      )}
    </Notice>
  );
}

function newestOf(versions: readonly CatalogOffer[], { publisher, product, plan }: PlanIdentifier) {
  return versionMeant(versions, { publisher, product, plan });
}

/** Where to look next: the portal's page for service providers, and the public marketplace. */
function PortalLinks({ identifier }: { readonly identifier: PlanIdentifier }) {
  const { t } = useText();
  const words = `${identifier.publisher} ${identifier.product}`;
  return (
    <>
      <ServiceProvidersLink />
      <Link href={marketplaceSearch(words)} target="_blank" rel="noreferrer">
        {t.addOffer.openMarketplace}
      </Link>
    </>
  );
}
