/** Gives the person a file with this text, under this name. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken what it needs by the next task; the memory is not kept for the life of the page.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
