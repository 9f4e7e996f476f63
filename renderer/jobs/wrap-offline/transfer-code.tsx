import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { QrCode } from '../../components/qr-code';
import { CopyText } from '../../base/copy-text';
import { transferCodeLabel, transferCodeWords } from '../../words/wrap-offline/transfer';

/** The code that goes to the connected computer in a different way than the files. */
export function TransferCode({ code }: { readonly code: string }) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={transferCodeWords.text}
          actions={<CopyText label={transferCodeWords.copy} text={code} variant="normal" />}
        >
          {transferCodeLabel}
        </Header>
      }
    >
      <div className="transfer-code">
        <p className="transfer-code-digits">{code}</p>
        <QrCode text={code} label={transferCodeWords.qr} />
        <p className="transfer-code-scanned">{transferCodeWords.scanned}</p>
      </div>
    </Container>
  );
}
