/** Outage notices: where they hold, and that they are given even while the operator's own system is silent. */
import { describe, expect, it } from '@jest/globals';
import type { Outage } from '../../../src/domain/account.js';
import { staffId } from '../../../src/domain/ids.js';
import { covers, inSentence } from '../../../src/domain/outage-notice.js';
import type { OutageNotice } from '../../../src/domain/outage-notice.js';
import { NoticedNetwork } from '../../../src/insights/noticed-network.js';
import type { OutageNotices } from '../../../src/ports/outage-notices.js';
import type { ServiceNetwork } from '../../../src/ports/service-network.js';

const notice: OutageNotice = {
  ...{ id: 'n', areas: ['杭州-西湖'], services: ['mobile'], since: 1, expectedEnd: 9, texts: { 'zh-CN': '停电', en: 'no power' }, startedAt: 1 },
  ...{ startedBy: { staffId: staffId('s'), name: '编辑' }, end: null, version: 1 },
};
const known = (service: Outage['service']): Outage => ({ id: `o-${service}`, service, region: '杭州-西湖', since: 2, restoredBy: null, text: { 'zh-CN': '断网', en: 'down' } });
const network = (outages: () => Promise<readonly Outage[]>) => new NoticedNetwork({ outages } as unknown as ServiceNetwork, { running: () => Promise.resolve([notice]) } as unknown as OutageNotices);

describe('an outage notice', () => {
  it.each([
    [['杭州'], '杭州-西湖', true],
    [['杭州-西湖'], '杭州', true],
    [['杭州-西湖'], '杭州-上城', false],
    [['杭州市'], '杭州-西湖', true],
    [['浙江省杭州市西湖区'], '杭州-西湖', true],
    [['浙江省'], '杭州-西湖', true],
    [['浙江'], '苏州-姑苏', false],
    [['内蒙古自治区'], '呼和浩特-新城', true],
    [['杭'], '杭州-西湖', false],
    // A city, a prefecture and districts that have a province's name.
    [['吉林市'], '长春', false],
    [['吉林市'], '长春-朝阳', false],
    [['吉林省吉林市船营区'], '长春', false],
    [['吉林市'], '吉林市-船营', true],
    [['吉林市'], '吉林-船营', true],
    [['吉林-吉林'], '吉林市', true],
    [['吉林-吉林市'], '长春', false],
    [['吉林市'], '吉林', true],
    [['吉林省'], '吉林市-船营', true],
    [['吉林'], '长春', true],
    [['海南藏族自治州'], '海口-龙华', false],
    [['青海省'], '海南藏族自治州', true],
    [['海南省'], '海口-龙华', true],
    [['天津市河北区'], '天津-河北', true],
    [['青海-海南州'], '海南州-共和', true],
    [['河北区'], '石家庄', false],
    [['河南蒙古族自治县'], '郑州-金水', false],
    [[], '昆明-盘龙', true],
  ])('for %j holds in %s: %s', (areas, region, holds) => expect(covers({ areas }, region)).toBe(holds));

  it('stands in place of what the operator says of the same service, beside what it says of another', async () => {
    const outages = await network(() => Promise.resolve([known('mobile'), known('broadband')])).outages('杭州-西湖');
    expect(outages.map(({ id }) => id)).toEqual(['n:mobile', 'o-broadband']);
  });

  it('is told within a sentence, whichever mark its writer ended it with', () => {
    expect(inSentence({ 'zh-CN': '光缆被挖断，正在抢修。', en: 'A fibre was cut. Work is on!' })).toEqual({ 'zh-CN': '光缆被挖断，正在抢修', en: 'A fibre was cut. Work is on' });
  });

  it('is given while the operator is silent; where none holds, the silence is heard', async () => {
    const silent = network(() => Promise.reject(new Error('silent')));
    expect(await silent.outages('杭州')).toMatchObject([{ service: 'mobile', region: '杭州', restoredBy: 9 }]);
    await expect(silent.outages('昆明')).rejects.toThrow('silent');
  });
});
