/** A request to sign in, one step at a time. */
export type SignInRequest =
  | { readonly by: 'practice'; readonly region: string }
  | {
      readonly by: 'profile';
      readonly profile: string;
      readonly region: string;
      readonly mfaCode?: string;
      /** The program that the person agreed to run: `consent` from the answer `program`. */
      readonly runs?: string;
    }
  | { readonly by: 'pasted'; readonly text: string; readonly region: string }
  /** Starts the device authorization and opens the system's browser. */
  | { readonly by: 'browser'; readonly startUrl: string; readonly ssoRegion: string }
  /** Ends when the person has answered in the browser, or the code has expired. */
  | { readonly by: 'browser-wait'; readonly attempt: string }
  | {
      readonly by: 'role';
      readonly attempt: string;
      readonly accountId: string;
      readonly roleName: string;
      readonly region: string;
    };
