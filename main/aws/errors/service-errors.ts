import type { AppErrorCode } from '../../shared/errors';

/** The services whose errors are told apart. `credentials` is the SDK's own code that finds credentials. */
export type ErrorSource = 'kms' | 'sts' | 'iam' | 'sso' | 'sso_oidc' | 'credentials';

type Table = Readonly<Record<string, AppErrorCode>>;

/** Errors of every AWS service (AWS General Reference, "Common errors"), including older spellings. */
export const commonErrors: Table = {
  AccessDenied: 'aws.accessDenied',
  AccessDeniedException: 'aws.accessDenied',
  NotAuthorized: 'aws.accessDenied',
  UnauthorizedOperation: 'aws.accessDenied',
  Throttling: 'aws.throttled',
  ThrottledException: 'aws.throttled',
  ThrottlingException: 'aws.throttled',
  RequestLimitExceeded: 'aws.throttled',
  RequestThrottled: 'aws.throttled',
  RequestThrottledException: 'aws.throttled',
  TooManyRequestsException: 'aws.throttled',
  SlowDown: 'aws.throttled',
  ValidationError: 'aws.validation',
  ValidationException: 'aws.validation',
  InvalidParameterValue: 'aws.validation',
  MissingParameter: 'aws.validation',
  SerializationException: 'aws.validation',
  InternalFailure: 'aws.unavailable',
  InternalError: 'aws.unavailable',
  InternalServerError: 'aws.unavailable',
  InternalServerException: 'aws.unavailable',
  ServiceFailure: 'aws.unavailable',
  ServiceFailureException: 'aws.unavailable',
  ServiceUnavailable: 'aws.unavailable',
  ServiceUnavailableException: 'aws.unavailable',
  UnrecognizedClientException: 'credentials.refused',
  InvalidClientTokenId: 'credentials.refused',
  InvalidAccessKeyId: 'credentials.refused',
  OptInRequired: 'credentials.refused',
  RegionDisabledException: 'credentials.refused',
  ExpiredToken: 'credentials.expired',
  ExpiredTokenException: 'credentials.expired',
  TokenRefreshRequired: 'credentials.expired',
  RequestExpired: 'credentials.clockSkew',
  RequestInTheFuture: 'credentials.clockSkew',
  RequestTimeTooSkewed: 'credentials.clockSkew',
  InvalidSignatureException: 'credentials.wrongSecret',
  SignatureDoesNotMatch: 'credentials.wrongSecret',
  AuthFailure: 'credentials.wrongSecret',
  IncompleteSignature: 'credentials.unusable',
  IncompleteSignatureException: 'credentials.unusable',
  MissingAuthenticationToken: 'credentials.unusable',
  MissingAuthenticationTokenException: 'credentials.unusable',
};

const kmsErrors: Table = {
  AlreadyExistsException: 'kms.aliasTaken',
  CloudHsmClusterInvalidConfigurationException: 'kms.keyStore',
  CloudHsmClusterNotActiveException: 'kms.keyStore',
  ConflictException: 'kms.conflict',
  CustomKeyStoreInvalidStateException: 'kms.keyStore',
  CustomKeyStoreNotFoundException: 'kms.keyStore',
  DependencyTimeoutException: 'aws.unavailable',
  DisabledException: 'kms.disabled',
  ExpiredImportTokenException: 'kms.expiredImportToken',
  IncorrectKeyException: 'verify.roundTrip',
  IncorrectKeyMaterialException: 'kms.incorrectKeyMaterial',
  InvalidAliasNameException: 'kms.aliasRefused',
  InvalidArnException: 'kms.invalidArn',
  InvalidCiphertextException: 'kms.invalidCiphertext',
  InvalidGrantIdException: 'kms.grant',
  InvalidGrantTokenException: 'kms.grant',
  InvalidImportTokenException: 'kms.invalidImportToken',
  InvalidKeyUsageException: 'kms.invalidKeyUsage',
  InvalidMarkerException: 'aws.unexpected',
  KeyUnavailableException: 'kms.keyUnavailable',
  KMSInternalException: 'aws.unavailable',
  KMSInvalidStateException: 'kms.invalidState',
  LimitExceededException: 'kms.limitExceeded',
  MalformedPolicyDocumentException: 'kms.policyMalformed',
  NotFoundException: 'kms.notFound',
  TagException: 'kms.tagRefused',
  UnsupportedOperationException: 'kms.unsupported',
  XksKeyAlreadyInUseException: 'kms.keyStore',
  XksKeyInvalidConfigurationException: 'kms.keyStore',
  XksKeyNotFoundException: 'kms.keyStore',
};

const stsErrors: Table = {
  ExpiredTradeInTokenException: 'credentials.expired',
  IDPCommunicationErrorException: 'credentials.unusable',
  IDPCommunicationError: 'credentials.unusable',
  IDPRejectedClaimException: 'credentials.unusable',
  IDPRejectedClaim: 'credentials.unusable',
  InvalidIdentityTokenException: 'credentials.unusable',
  InvalidIdentityToken: 'credentials.unusable',
  MalformedPolicyDocumentException: 'credentials.unusable',
  MalformedPolicyDocument: 'credentials.unusable',
  PackedPolicyTooLargeException: 'credentials.unusable',
  PackedPolicyTooLarge: 'credentials.unusable',
};

const iamErrors: Table = {
  InvalidInput: 'aws.validation',
  InvalidInputException: 'aws.validation',
  NoSuchEntity: 'aws.unexpected',
  NoSuchEntityException: 'aws.unexpected',
  PolicyEvaluation: 'aws.unexpected',
  PolicyEvaluationException: 'aws.unexpected',
};

const ssoErrors: Table = {
  ForbiddenException: 'credentials.roleNotAssigned',
  InvalidRequestException: 'aws.validation',
  ResourceNotFoundException: 'credentials.roleNotAssigned',
  UnauthorizedException: 'credentials.ssoSignInNeeded',
};

const ssoOidcErrors: Table = {
  AccessDeniedException: 'browserSignIn.denied',
  AuthorizationPendingException: 'browserSignIn.expired',
  ExpiredTokenException: 'browserSignIn.expired',
  InvalidClientException: 'browserSignIn.failed',
  InvalidClientMetadataException: 'browserSignIn.failed',
  InvalidGrantException: 'browserSignIn.failed',
  InvalidRedirectUriException: 'browserSignIn.failed',
  InvalidRequestException: 'browserSignIn.wrongAddress',
  InvalidRequestRegionException: 'browserSignIn.wrongAddress',
  InvalidScopeException: 'browserSignIn.failed',
  SlowDownException: 'aws.throttled',
  UnauthorizedClientException: 'browserSignIn.failed',
  UnsupportedGrantTypeException: 'browserSignIn.failed',
};

/** Errors of each service, by name; a name that is missing here is looked up in `commonErrors`. */
export const serviceErrors: Readonly<Record<ErrorSource, Table>> = {
  kms: kmsErrors,
  sts: stsErrors,
  iam: iamErrors,
  sso: ssoErrors,
  sso_oidc: ssoOidcErrors,
  credentials: { ...ssoErrors, ...stsErrors },
};
