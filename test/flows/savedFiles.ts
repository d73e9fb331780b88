import { vi } from 'vitest';

/** A file that the page gave to the person. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** From now on, what the page saves is kept here instead of on a disk. Asked, it answers all files so far. */
export function savedFiles(): () => Promise<readonly SavedFile[]> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return 'blob:saved';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return () =>
    Promise.all(
      blobs.map(async (blob, at) => ({
        name: names[at] ?? '',
        // `text()` would take the byte order mark away.
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()),
      })),
    );
}
