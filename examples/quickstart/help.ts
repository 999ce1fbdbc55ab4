import type { Locale } from 'terminal-lifecycle/domain'
import { holdable } from './acquirer/controls.ts'
import { caseNames } from './cases/names.ts'

const en = `npm start [-- options]

Imports a portfolio of terminals and walks through their cases: suspended, reinstated, closed,
stolen ... Each goes through the machine, the runtime over SQLite, the client and HTTP, against a
mock acquirer in a process of its own. Business time is compressed. Kill it at any moment, start
it again, and it goes on where it stood.

  --locale en|zh-CN      language of everything that is printed (en)
  --letters              prints what three merchants got in writing (or the one of --case),
                         from record and journal alone; --locale both prints both languages
  --folder FOLDER        where everything is kept (.terminal-lifecycle/quickstart);
                         delete it to start over
  --portfolio FILE       another CSV file; examples/quickstart/portfolio-broken.csv has
                         mistakes of every kind
  --encoding NAME        how that file is written, if not in UTF-8: gb18030, utf-16le, utf-16be
  --case NAME            only this case; one of
                         ${caseNames.slice(0, 5).join(', ')},
                         ${caseNames.slice(5, 10).join(', ')},
                         ${caseNames.slice(10).join(', ')}
  --no-acquirer          the acquirer's systems are out of reach: the case waits
  --fault hold:OPERATION the mock carries out OPERATION and holds the answer back; one of
                         ${holdable.slice(0, 4).join(', ')},
                         ${holdable.slice(4).join(', ')}
  --without-keys         a new mock that forgets idempotency keys: repeats take effect twice
  -h, --help             this text

Exit code: 0 every case ended where it must, 1 one did not, 2 nothing to work with (options, file),
3 an order waits for the acquirer's systems.
`

const zhCn = `npm start [-- 选项]

导入一份终端清单，并逐一办理其中的案件（停用、恢复、关闭、被盗等）：经由状态机、SQLite 上的运行时、
客户端与 HTTP，对接另一个进程中的模拟收单机构。业务时间经过压缩。可随时强行终止，重新启动后从中断处继续。

  --locale en|zh-CN      输出语言（en）
  --letters              改为打印三户商户（或 --case 所指一户）收到的全部函件与通知，
                         仅据记录与日志生成；--locale both 打印两种语言
  --folder 目录          数据目录（.terminal-lifecycle/quickstart）；删除即从头开始
  --portfolio 文件       另一份 CSV 清单；examples/quickstart/portfolio-broken.csv 含各类错误
  --encoding 编码        该文件的编码（非 UTF-8 时）：gb18030、utf-16le、utf-16be
  --case 名称            只办理这一案件，可选：
                         ${caseNames.slice(0, 5).join('、')}、
                         ${caseNames.slice(5, 10).join('、')}、
                         ${caseNames.slice(10).join('、')}
  --no-acquirer          收单机构系统无法连接：案件停在等待状态
  --fault hold:操作      模拟系统执行该操作但扣住应答，可选：
                         ${holdable.slice(0, 4).join('、')}、
                         ${holdable.slice(4).join('、')}
  --without-keys         新启动的模拟系统不记幂等键：重复请求会重复生效
  -h, --help             本说明

退出码：0 全部按预期办结；1 有案件未按预期办结；2 选项或文件无法使用；3 有指令在等待收单机构系统。
`

export const help: Readonly<Record<Locale, string>> = { en, 'zh-CN': zhCn }
