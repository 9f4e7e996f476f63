import { useEffect, useEffectEvent, useState } from 'react';
import type { KeyAct } from '../../../main/shared/views/acts';
import type { Mode, SignedInView } from '../../../main/shared/views/aws';
import { api } from '../../base/api';
import { useOrganisation } from '../../base/set-by-organisation';
import { useMarkedAsPractice } from '../../base/practice-mark';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { shownOf } from '../../base/work';
import { useSignIn } from '../../sign-in/use-sign-in';
import { keysPage } from '../../words/look-after/list';
import { signInPage } from '../../words/look-after/sign-in';
import { lookAfterJob } from '../../words/shell/home';
import { titleMark } from '../../words/shell/practice';
import type { AgainAction } from '../../words/look-after/import-again';
import { ActScreen } from './acts/act-screen';
import { newAct } from './acts/new-act';
import { AllowReceiver } from './allow-receiver';
import { keyName } from './arrange';
import { helpScreenOf } from './help-screen';
import { ImportAgain } from './import-again/import-again';
import { KeyPage } from './key-page';
import { usualView, type ListView } from './keys-shown';
import { ListPage } from './list-page';
import type { RegionChoice } from './regions';
import { RotateKey } from './rotate/rotate-key';
import { SignInAgainPage, SignInPage } from './sign-in-page';
import type { NextAction } from './standing';
import type { ManyWork } from './many/chosen-bar';
import { WithMany } from './many/with-many';
import { useExpiryReached } from './use-expiry-reached';
import { useKey } from './use-key';
import { useKeyList } from './use-key-list';

export interface LookAfterProps {
  /** Opens unfinished work of this computer. */
  readonly onFinish: (work: string) => void;
  readonly onLeave: () => void;
}

/** The job that looks after imported keys, for real or as practice. */
export function LookAfter(props: LookAfterProps) {
  const { practiceOnly } = useOrganisation();
  const [mode, setMode] = useState<Mode>(practiceOnly ? 'practice' : 'aws');
  // The key keeps what practice was told out of the real job.
  return <LookAfterIn key={mode} mode={mode} onMode={setMode} {...props} />;
}

interface LookAfterInProps extends LookAfterProps {
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

type Screen =
  | { readonly at: 'sign-in' | 'list' | 'sign-in-again' }
  /** With the chosen keys of the list. */
  | { readonly at: 'many'; readonly what: ManyWork; readonly arns: readonly string[] }
  /**
   * `again`: material of it is to be imported once more. `act`: something of it is to be changed. `allows`: another
   * receiver is to use it. `rotates`: to new material.
   */
  | {
      readonly at: 'key';
      readonly arn: string;
      readonly title: string;
      readonly again?: AgainAction;
      readonly act?: KeyAct;
      readonly allows?: true;
      readonly rotates?: true;
    };

/** What is opened of a key at once, beside what AWS says of it. */
function pageOf(next: NextAction | undefined): { again?: AgainAction; act?: KeyAct } {
  switch (next) {
    case 'import-again':
    case 'extend':
      return { again: next };
    case 'enable-key':
    case 'cancel-deletion':
      return { act: newAct(next) };
    case 'remove':
      return { act: newAct('schedule-deletion') };
    default:
      return {};
  }
}

/** Sign-in, then the list, then one key. */
function LookAfterIn({ mode, onMode, onFinish, onLeave }: LookAfterInProps) {
  const [signIn, signInIntents] = useSignIn(mode);
  const [list, listIntents] = useKeyList();
  const [opened, keyIntents] = useKey();
  const [screen, setScreen] = useState<Screen>({ at: 'sign-in' });
  const [regions, setRegions] = useState<RegionChoice>('all');
  const [reader, setReader] = useState<SignedInView>();
  const [lastArn, setLastArn] = useState<string>();
  const [view, setView] = useState<ListView>(usualView);
  useEffect(() => () => void api.leaveJob({}), []);
  useMarkedAsPractice(mode === 'practice');
  const titles = {
    list: keysPage.title,
    'sign-in': '',
    'sign-in-again': signInPage.again,
    many: keysPage.title,
  };
  const title = screen.at === 'key' ? screen.title : titles[screen.at];
  useScreenTitle(...titleMark(mode), ...(title === '' ? [] : [title]), lookAfterJob.label);
  useHelp(helpScreenOf(screen));

  const signedIn = signIn.attempt.at === 'signed-in' ? signIn.attempt.view : undefined;
  const session = signedIn?.session;
  const read = (by: SignedInView, goesOn?: string): void => {
    setReader(by);
    setScreen({ at: 'list' });
    listIntents.read({ session: by.session, regions, ...(goesOn === undefined ? {} : { goesOn }) });
  };
  const arrive = useEffectEvent(() => {
    if (signedIn === undefined) return;
    if (screen.at === 'sign-in') read(signedIn);
    if (screen.at === 'sign-in-again' && signedIn.accountId === reader?.accountId) read(signedIn, list.list);
  });
  useEffect(() => arrive(), [session]);

  const open = (arn: string, name: string, next?: NextAction): void => {
    setLastArn(arn);
    setScreen({ at: 'key', arn, title: name, ...pageOf(next) });
    if (reader) keyIntents.open(reader.session, arn, listIntents.replace);
  };
  const toList = (): void => setScreen({ at: 'list' });
  /** With this key as it is now. */
  const toListAnew = (arn: string): void => {
    if (reader) listIntents.readKeys(reader.session, [arn]);
    toList();
  };
  const signInAgain = (): void => {
    signInIntents.forget();
    setScreen({ at: 'sign-in-again' });
  };
  // What AWS did at the moment of an expiry, only AWS knows. A form that is open keeps the key that it began with.
  const isLookedAt = (arn: string): boolean =>
    screen.at === 'key' && screen.arn === arn && screen.again === undefined && screen.act === undefined;
  useExpiryReached(list.rows, shownOf(opened)?.row, reader?.clockOffsetMs ?? 0, (arns) => {
    if (reader === undefined) return;
    for (const arn of arns.filter(isLookedAt)) keyIntents.open(reader.session, arn, listIntents.replace);
    listIntents.readKeys(
      reader.session,
      arns.filter((arn) => !isLookedAt(arn)),
    );
  });
  const begin = (action: NextAction, arn: string, name: string, unfinished?: string): void => {
    if (action === 'finish' && unfinished !== undefined) onFinish(unfinished);
    else open(arn, name, action);
  };

  if (reader === undefined || screen.at === 'sign-in') {
    return (
      <SignInPage
        signIn={signIn}
        signInIntents={signInIntents}
        regions={regions}
        onRegions={setRegions}
        {...(mode === 'aws' ? { onPractise: () => onMode('practice') } : { onForReal: () => onMode('aws') })}
        {...(list.at === 'none' ? {} : { onBack: toList })}
        onRead={() => signedIn && read(signedIn)}
        onLeave={onLeave}
      />
    );
  }
  switch (screen.at) {
    case 'sign-in-again':
      return (
        <SignInAgainPage signIn={signIn} signInIntents={signInIntents} reader={reader} onBack={toList} />
      );
    case 'list':
      return (
        <ListPage
          list={list}
          view={view}
          focused={lastArn}
          signedIn={reader}
          onView={setView}
          onStop={listIntents.stop}
          onReadAgain={() => read(reader)}
          onSignInAgain={signInAgain}
          onOtherRegions={() => setScreen({ at: 'sign-in' })}
          onAct={(action, { row, name }) => begin(action, row.arn, name, row.unfinished)}
          onMany={(what) => setScreen({ at: 'many', what, arns: [...view.chosen] })}
          onOpen={(arn) => open(arn, arn.split('/').at(-1) ?? arn)}
          onLeave={onLeave}
        />
      );
    case 'many': {
      const rows = screen.arns.flatMap((arn) => list.rows.get(arn) ?? []);
      return (
        <WithMany
          what={screen.what}
          rows={rows}
          list={list.list}
          signedIn={reader}
          onChanged={listIntents.replace}
          onRead={() => listIntents.readKeys(reader.session, screen.arns)}
          onOpen={(row) => open(row.arn, keyName(row))}
          onBack={toList}
        />
      );
    }
    case 'key': {
      const view = opened.at === 'ready' ? opened.view : undefined;
      if (screen.again !== undefined && view?.row.arn === screen.arn) {
        const { arn, title: name, again } = screen;
        return (
          <ImportAgain
            key={view.key}
            view={view}
            action={again}
            signedIn={reader}
            signIn={signIn}
            signInIntents={signInIntents}
            onBack={() => open(arn, name)}
            onNext={() => open(arn, name, again)}
            onKeys={() => toListAnew(arn)}
            onLeave={onLeave}
          />
        );
      }
      if (screen.rotates && view?.row.arn === screen.arn) {
        const { arn, title: name } = screen;
        return (
          <RotateKey
            key={view.key}
            view={view}
            signedIn={reader}
            signIn={signIn}
            signInIntents={signInIntents}
            onBack={() => open(arn, name)}
            onKeys={() => toListAnew(arn)}
            onLeave={onLeave}
          />
        );
      }
      if (screen.act !== undefined && view?.row.arn === screen.arn) {
        const { arn, title: name, act } = screen;
        return (
          <ActScreen
            key={act.do}
            view={view}
            act={act}
            signedIn={reader}
            signIn={signIn}
            signInIntents={signInIntents}
            onOther={(other) => setScreen({ at: 'key', arn, title: name, act: newAct(other) })}
            onToReplica={(replica) => open(replica, name, 'import-again')}
            onNext={(next) => open(arn, name, next)}
            onBack={() => open(arn, name)}
            onLeave={onLeave}
          />
        );
      }
      if (screen.allows && view?.row.arn === screen.arn) {
        const { arn, title: name } = screen;
        return (
          <AllowReceiver
            view={view}
            signIn={signIn}
            signInIntents={signInIntents}
            session={reader.session}
            onBack={() => open(arn, name)}
            onLeave={onLeave}
          />
        );
      }
      return (
        <KeyPage
          title={screen.title}
          opened={opened}
          principalArn={reader.principalArn}
          offsetMs={reader.clockOffsetMs ?? 0}
          onAct={(action, { row }) => begin(action, row.arn, screen.title, row.unfinished)}
          onChange={(act, { row }) => setScreen({ at: 'key', arn: row.arn, title: screen.title, act })}
          onAllow={({ row }) => setScreen({ at: 'key', arn: row.arn, title: screen.title, allows: true })}
          onRotate={({ row }) => setScreen({ at: 'key', arn: row.arn, title: screen.title, rotates: true })}
          onReadAgain={() => open(screen.arn, screen.title)}
          onSignInAgain={signInAgain}
          onBack={toList}
          onLeave={onLeave}
        />
      );
    }
  }
}
