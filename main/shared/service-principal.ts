/** Whether a grant is held by an AWS service, which made it for itself and depends on it. */
export const isOfService = ({ grantee = '' }: { readonly grantee?: string | undefined }): boolean =>
  /\.amazonaws\.com(?:\.cn)?$/.test(grantee);
