import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { isMissingPart } from './missingPart.ts';

/** Catches a fault in a page: the frame, and a run in progress, go on. Another page starts afresh. */
export function FailedPage({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed?: 'fault' | 'missingPart' }> {
  override state: { readonly failed?: 'fault' | 'missingPart' } = {};

  static getDerivedStateFromError(error: unknown) {
    return { failed: isMissingPart(error) ? 'missingPart' : 'fault' };
  }

  override render() {
    const { failed } = this.state;
    return failed ? <Failed isMissing={failed === 'missingPart'} /> : this.props.children;
  }
}

function Failed({ isMissing }: { readonly isMissing: boolean }) {
  const { t } = useText();
  return (
    <div style={{ padding: 32 }}>
      <Notice
        tone={isMissing ? 'caution' : 'bad'}
        announce
        title={isMissing ? t.upgrade.title : t.frame.failedTitle}
        actions={<Button onClick={() => window.location.reload()}>{t.frame.reload}</Button>}
      >
        <p>{isMissing ? t.upgrade.what : t.frame.failedWhat}</p>
        {isMissing && <p>{t.upgrade.next}</p>}
      </Notice>
    </div>
  );
}
