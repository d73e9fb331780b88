import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Catches a fault in a page: the frame, and a run in progress, go on. Another page starts afresh. */
export function FailedPage({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useText();
  return (
    <div style={{ padding: 32 }}>
      <Notice
        tone="bad"
        announce
        title={t.frame.failedTitle}
        actions={<Button onClick={() => window.location.reload()}>{t.frame.reload}</Button>}
      >
        <p>{t.frame.failedWhat}</p>
      </Notice>
    </div>
  );
}
