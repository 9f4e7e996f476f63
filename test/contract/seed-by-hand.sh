#!/usr/bin/env bash
# Bring your own key by hand: what an administrator types with the AWS CLI and OpenSSL instead of using the console.
# Prints the ARN of the key, which is ready to use.
#   seed-by-hand.sh <endpoint> <account of the receiver> <aws command ...>
set -euo pipefail

endpoint=$1
receiver=$2
alias=alias/${KEY_ALIAS:-by-hand}
shift 2
aws() { "${aws_command[@]}" --endpoint-url "$endpoint" --output text "$@"; }
aws_command=("$@")

case $(openssl version) in
  LibreSSL*) echo 'LibreSSL cannot do this' >&2; exit 1 ;;
esac

# The key, for material from outside, with its alias and a tag.
account=$(aws sts get-caller-identity --query Account)
caller=$(aws iam list-users --query 'Users[0].Arn')
key=$(aws kms create-key --origin EXTERNAL --description 'By hand' --tags TagKey=Made,TagValue=by-hand --query KeyMetadata.KeyId)
aws kms create-alias --alias-name "$alias" --target-key-id "$key"

# The contents of ImportParameters.zip, from the command line.
aws kms get-parameters-for-import --key-id "$key" --wrapping-algorithm RSAES_OAEP_SHA_256 \
  --wrapping-key-spec RSA_2048 --query '[PublicKey,ImportToken]' >parameters.txt
cut -f1 parameters.txt | openssl enc -d -base64 -A -out wrappingKey.bin
cut -f2 parameters.txt | openssl enc -d -base64 -A -out importToken.bin

openssl rand -out PlaintextKeyMaterial.bin 32
openssl pkeyutl -encrypt -in PlaintextKeyMaterial.bin -out EncryptedKeyMaterial.bin -inkey wrappingKey.bin \
  -keyform DER -pubin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256

aws kms import-key-material --key-id "$key" --encrypted-key-material fileb://EncryptedKeyMaterial.bin \
  --import-token fileb://importToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE >imported.txt

# Other AWS accounts: the receiver may use the key and make grants for AWS services.
cat >policy.json <<EOF
{ "Version": "2012-10-17", "Id": "key-consolepolicy-3", "Statement": [
  { "Sid": "Enable IAM User Permissions", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::$account:root" },
    "Action": "kms:*", "Resource": "*" },
  { "Sid": "Allow use of the key", "Effect": "Allow",
    "Principal": { "AWS": [ "$caller", "arn:aws:iam::$receiver:root" ] },
    "Action": [ "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey" ],
    "Resource": "*" },
  { "Sid": "Allow attachment of persistent resources", "Effect": "Allow",
    "Principal": { "AWS": [ "$caller", "arn:aws:iam::$receiver:root" ] },
    "Action": [ "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant" ], "Resource": "*",
    "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } } } ] }
EOF
aws kms put-key-policy --key-id "$key" --policy-name default --policy file://policy.json

aws kms describe-key --key-id "$alias" --query KeyMetadata.Arn
