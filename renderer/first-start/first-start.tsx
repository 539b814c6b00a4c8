import { Button, Form, Input, Radio, Select } from 'antd';
import type { DepartmentView, Session } from '../../workflow/contract/session.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useOrder } from '../connection/use-order.ts';
import './first-start.css';

interface Answers {
  readonly seat: string;
  readonly person?: string;
  readonly phone?: string;
  readonly begin: 'sample' | 'empty';
}

const kinds: Readonly<Record<DepartmentView['kind'], string>> = {
  'sector-bureau': '行业主管部门',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '区委人才工作领导小组办公室',
};

/** The first start: which department this computer belongs to, whom to call, and what to begin with. */
export function FirstStart({ session }: { readonly session: Session }) {
  const initialise = useOrder('initialise');
  const begin = ({ seat, person = '', phone = '', begin: start }: Answers): void =>
    initialise.mutate({ seat, contact: { person, phone }, withSample: start === 'sample' });
  return (
    <main className="first-start">
      <div className="panel first-start-panel">
        <h1>名师工作室管理台</h1>
        <p className="faint">
          按《{session.measures.title}》（{session.measures.documentNumber}）办事。第一次使用，请回答下面几个问题。
        </p>
        <FailureNotice failure={initialise.error} />
        <Form<Answers> layout="vertical" initialValues={{ begin: 'empty' }} onFinish={begin}>
          <Form.Item
            name="seat"
            label="这台电脑属于哪个部门"
            extra="部门决定能办哪些事，不属于本部门的事项不会出现。"
            rules={[{ required: true, message: '请选择部门' }]}
          >
            <Select
              autoFocus
              placeholder="请选择"
              options={Object.entries(kinds).map(([kind, label]) => ({ label, options: seatsOf(kind, session.departments) }))}
            />
          </Form.Item>
          <div className="first-start-contact">
            <Form.Item name="person" label="填报人" extra="印在上报的表格里">
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="phone" label="联系电话">
              <Input maxLength={40} />
            </Form.Item>
          </div>
          <Form.Item name="begin" label="从什么开始">
            <Radio.Group
              options={[
                { value: 'empty', label: '空的登记库：马上导入自己的表格' },
                { value: 'sample', label: '示例数据：先用虚构的工作室熟悉程序' },
              ]}
            />
          </Form.Item>
          <Form.Item label="数据存放在">
            <code className="first-start-folder">{session.dataFolder}</code>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={initialise.isPending} size="large" block>
            开始使用
          </Button>
        </Form>
      </div>
    </main>
  );
}

function seatsOf(kind: string, departments: readonly DepartmentView[]) {
  return departments
    .filter((department) => department.kind === kind)
    .map(({ name, sectors }) => ({ value: name, label: sectors.length === 0 ? name : `${name}（${sectors.join('、')}）` }));
}
