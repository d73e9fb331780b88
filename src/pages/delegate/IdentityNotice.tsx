import { Button } from '@fluentui/react-components';
import { useText } from '../../text/TextContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { tenantName, useTenant } from '../shared/tenant.ts';

/** What the kind of account means for delegating: why a guest cannot, and what to do instead. Nothing for members. */
export function IdentityNotice({ link }: { readonly link: string }) {
  const { t } = useText();
  const { session, membership, config } = useServices();
  const tenant = useTenant();
  const { identity } = t;
  switch (membership) {
    case 'member':
    case 'memberAssumed':
      return null;
    case 'externalMember':
      return (
        <Notice tone="caution" title={identity.externalTitle}>
          <p>{identity.externalWhat}</p>
        </Notice>
      );
    case 'guest':
      if (config.guests === 'warn') {
        return (
          <Notice tone="caution" title={identity.guestWarnTitle}>
            <p>{identity.guestWarnWhat}</p>
          </Notice>
        );
      }
      return (
        <Notice
          tone="bad"
          title={identity.guestTitle(tenantName(tenant))}
          actions={
            <>
              <CopyButton text={link} label={identity.copyLink} done={t.common.copied} />
              <Button appearance="subtle" onClick={() => void session.switchAccount()}>
                {identity.otherAccount}
              </Button>
            </>
          }
        >
          <p>{identity.guestWhat(homeOf(session.person.username, session.person.homeTenantId))}</p>
          <p>{identity.guestNext}</p>
        </Notice>
      );
  }
}

/** A name's domain tells a person more than a GUID; what decides is never taken from it. */
function homeOf(username: string, tenant: string): string {
  const domain = username.split('@')[1];
  return domain === undefined || username.includes('#EXT#') ? tenant : domain;
}
