import { screen, waitFor } from '@testing-library/dom';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { expect, test } from 'vitest';
import { Page } from './Page.tsx';

test('a heading that is known only later keeps the focus, and is read out then', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const draw = (title: string, content: string) =>
    flushSync(() =>
      root.render(
        <Page title={title} documentTitle={`${title} - Contoso`}>
          {content}
        </Page>,
      ),
    );
  draw('Offers', 'Loading');
  const heading = screen.getByRole('heading');
  await waitFor(() => expect(document.activeElement).toBe(heading));
  draw('Offers', 'Still loading');
  expect(screen.getByRole('status').textContent).toBe('');
  draw('Northwind Managed Platform', 'What they could do');
  expect(document.activeElement).toBe(heading);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Northwind Managed Platform'));
  root.unmount();
  place.remove();
});
