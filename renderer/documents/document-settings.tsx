import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DocumentSettingsView } from '../../workflow/contract/document-settings.ts';
import type { Session } from '../../workflow/contract/session.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';

/** What a department says once for all its documents. */
export function DocumentSettings({ session }: { readonly session: Session }) {
  const settings = useAnswer('showDocumentSettings', {});
  if (settings.data === undefined) return <FailureNotice failure={settings.error} />;
  return <SettingsForm key={JSON.stringify(settings.data)} settings={settings.data} year={Number(session.today.slice(0, 4))} />;
}

type Series = DocumentSettingsView['series'][number];

const everyDocument = '*';

const noAccount: NonNullable<DocumentSettingsView['reclaimAccount']> = { holder: '', bank: '', number: '' };

const accountLabels = { holder: '户名', bank: '开户银行', number: '账号' } as const satisfies Record<keyof typeof noAccount, string>;

function SettingsForm({ settings, year }: { readonly settings: DocumentSettingsView; readonly year: number }) {
  const [officialName, setOfficialName] = useState(settings.officialName);
  const [signers, setSigners] = useState(settings.signers);
  const [copyTo, setCopyTo] = useState(settings.copyTo);
  const [printer, setPrinter] = useState(settings.printer ?? '');
  const [address, setAddress] = useState(settings.address ?? '');
  const [handBackDays, setHandBackDays] = useState(settings.handBackDays);
  const [plaqueSize, setPlaqueSize] = useState(settings.plaqueSize);
  const [letterForm, setLetterForm] = useState(settings.letterForm);
  const [account, setAccount] = useState(settings.reclaimAccount ?? noAccount);
  const [series, setSeries] = useState<readonly Series[]>(settings.series);
  const [starts, setStarts] = useState<DocumentSettingsView['starts']>(settings.starts);
  const [fonts, setFonts] = useState(settings.fonts);
  const save = useOrder('changeDocumentSettings');
  const startOf = (prefix: string): number | null => starts.find((each) => each.prefix === prefix && each.year === year)?.next ?? null;
  const order = {
    officialName,
    signers,
    copyTo,
    printer: printer.trim() === '' ? null : printer,
    address: address.trim() === '' ? null : address,
    handBackDays,
    plaqueSize,
    letterForm,
    reclaimAccount: Object.values(account).every((part) => part.trim() === '') ? null : account,
    series: [...series],
    starts,
    fonts,
  };
  return (
    <div className="document-settings">
      <FailureNotice failure={save.error} />
      {save.isSuccess && <p className="met">已保存。</p>}
      <section className="panel">
        <h2>{settings.department}</h2>
        <Line label="文书上的全称" hint="现用名称的写法；机构更名请办理「登记部门更名或合并」，此前的文书保留原名称">
          <Input aria-label="文书上的全称" value={officialName} onChange={({ target }) => setOfficialName(target.value)} />
        </Line>
        <Line label="签发人" hint="用于上行文；输入后按回车">
          <Select aria-label="签发人" mode="tags" open={false} value={signers} onChange={setSigners} />
        </Line>
        <Line label="抄送" hint="决定、通知默认抄送；输入后按回车">
          <Select aria-label="抄送" mode="tags" open={false} value={copyTo} onChange={setCopyTo} />
        </Line>
        <Line label="印发机关" hint="不填为本部门办公室">
          <Input aria-label="印发机关" value={printer} onChange={({ target }) => setPrinter(target.value)} />
        </Line>
        <Line label="通信地址" hint="公示上写明，可带邮编；不填则不写">
          <Input aria-label="通信地址" value={address} onChange={({ target }) => setAddress(target.value)} />
        </Line>
        <Line label="交回期限" hint="撤销称号后交回牌匾、命名文件和资金的天数，从成文次日起算">
          <InputNumber
            aria-label="交回期限"
            min={1}
            max={365}
            value={handBackDays}
            onChange={(value) => value !== null && setHandBackDays(value)}
          />
        </Line>
        <Line label="牌匾规格" hint="长×高，写在牌匾制作清单和文字小样上">
          <Input aria-label="牌匾规格" value={plaqueSize} onChange={({ target }) => setPlaqueSize(target.value)} />
        </Line>
        <Line label="任务承诺书" hint="简式：首签的八项法定任务一页写完，权利义务、考核和责任依照《办法》">
          <Select
            aria-label="任务承诺书"
            value={letterForm}
            onChange={setLetterForm}
            options={[
              { value: 'full', label: '全文' },
              { value: 'brief', label: '简式' },
            ]}
          />
        </Line>
        {(['holder', 'bank', 'number'] as const).map((part) => (
          <Line key={part} label={`收回资金的${accountLabels[part]}`} hint="资金收回通知上写明">
            <Input
              aria-label={`收回资金的${accountLabels[part]}`}
              value={account[part]}
              onChange={({ target }) => setAccount({ ...account, [part]: target.value })}
            />
          </Line>
        ))}
      </section>
      <section className="panel">
        <h2>发文字号</h2>
        <p className="faint">
          不另设时用「{settings.usualPrefix}」。每个代字每年从 1 号起，用过的号不再用；之前在程序外用过的，填写下一号。
        </p>
        {series.map((each, index) => (
          <div className="row" key={`${each.document ?? everyDocument} ${each.fromYear} ${index}`}>
            <Select
              aria-label="文书"
              className="document-settings-kind"
              value={each.document ?? everyDocument}
              onChange={(value) => setSeries(series.with(index, { ...each, document: value === everyDocument ? null : value }))}
              options={[{ value: everyDocument, label: '各种文书' }, ...settings.numbered.map(({ id, label }) => ({ value: id, label }))]}
            />
            自
            <InputNumber
              aria-label="起用年度"
              min={2014}
              max={2999}
              value={each.fromYear}
              onChange={(value) => value !== null && setSeries(series.with(index, { ...each, fromYear: value }))}
            />
            年起用
            <Input
              aria-label="代字"
              className="document-settings-prefix"
              value={each.prefix}
              onChange={({ target }) => setSeries(series.with(index, { ...each, prefix: target.value }))}
            />
            <Button onClick={() => setSeries(series.toSpliced(index, 1))}>删除</Button>
          </div>
        ))}
        <Button onClick={() => setSeries([...series, { document: null, fromYear: year, prefix: settings.usualPrefix }])}>增加一行</Button>
        {settings.numbers
          .filter((each) => each.year === year)
          .map(({ prefix, next }) => (
            <Line key={prefix} label={`${prefix}〔${year}〕下一号`} hint={`现在是 ${next}号`}>
              <InputNumber
                aria-label={`${prefix}下一号`}
                min={1}
                placeholder={String(next)}
                value={startOf(prefix)}
                onChange={(value) => {
                  const others = starts.filter((each) => each.prefix !== prefix || each.year !== year);
                  setStarts(value === null ? others : [...others, { prefix, year, next: value }]);
                }}
              />
            </Line>
          ))}
      </section>
      <section className="panel">
        <h2>字体</h2>
        <Line label="整套选用" hint="文件里只写字体名称，不嵌入字体；对方电脑没有的用替代字体显示">
          <Select
            aria-label="整套选用"
            placeholder="按电脑上装的字体选一套"
            options={settings.fontSets.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id: string) => setFonts(settings.fontSets.find((set) => set.id === id)?.fonts ?? fonts)}
          />
        </Line>
        {settings.faces.map(({ id, label, usual }) => (
          <Line key={id} label={label} hint={`替代字体：${(fonts[id] ?? usual).substitute}；生僻字：${(fonts[id] ?? usual).rare}`}>
            <Input
              aria-label={`${label}字体`}
              value={(fonts[id] ?? usual).name}
              onChange={({ target }) => setFonts({ ...fonts, [id]: { ...(fonts[id] ?? usual), name: target.value } })}
            />
          </Line>
        ))}
      </section>
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate(order)}>
        保存设置
      </Button>
    </div>
  );
}

function Line({ label, hint, children }: { readonly label: string; readonly hint: string; readonly children: ReactNode }) {
  return (
    <div className="document-settings-line">
      <span>{label}</span>
      {children}
      <span className="faint">{hint}</span>
    </div>
  );
}
