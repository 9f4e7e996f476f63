/** Polls until there is a value, by default for twenty seconds: a computer that runs two test files at once is slow to start an app. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  seconds = 20,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}.`);
}
