/** Cities of the country and the destinations subscribers travel to, with the names people use for them. */

/** Chinese name and its English or pinyin form. The value of a city is its Chinese name. */
export const CITIES = `北京:beijing 上海:shanghai 天津:tianjin 重庆:chongqing 广州:guangzhou 深圳:shenzhen 珠海:zhuhai 佛山:foshan 东莞:dongguan 中山:zhongshan 惠州:huizhou 汕头:shantou 湛江:zhanjiang 江门 肇庆 茂名 清远 揭阳 潮州 梅州 河源 韶关 阳江 汕尾
南京:nanjing 苏州:suzhou 无锡:wuxi 常州:changzhou 南通:nantong 徐州:xuzhou 扬州:yangzhou 镇江 泰州 盐城 连云港 淮安 宿迁 昆山 江阴 常熟 张家港
杭州:hangzhou 宁波:ningbo 温州:wenzhou 嘉兴:jiaxing 湖州 绍兴:shaoxing 金华:jinhua 台州 丽水 衢州 舟山 义乌:yiwu 合肥:hefei 芜湖 蚌埠 淮南 马鞍山 安庆 滁州 阜阳 宿州 六安 亳州 黄山 铜陵 宣城 池州 淮北
福州:fuzhou 厦门:xiamen 泉州:quanzhou 漳州 莆田 三明 南平 龙岩 宁德 南昌:nanchang 九江 赣州 景德镇 上饶 宜春 吉安 抚州 萍乡 新余 鹰潭
济南:jinan 青岛:qingdao 烟台:yantai 潍坊 威海 淄博 临沂 济宁 泰安 德州 聊城 滨州 菏泽 枣庄 日照 东营
郑州:zhengzhou 洛阳:luoyang 开封 新乡 南阳 许昌 安阳 平顶山 焦作 信阳 周口 商丘 驻马店 濮阳 漯河 三门峡 鹤壁
武汉:wuhan 宜昌:yichang 襄阳 荆州 黄石 十堰 孝感 黄冈 荆门 咸宁 恩施 随州 鄂州 长沙:changsha 株洲 湘潭 衡阳 岳阳 常德 郴州 邵阳 益阳 永州 怀化 娄底 张家界
成都:chengdu 绵阳:mianyang 德阳 宜宾 南充 泸州 达州 乐山 自贡 内江 遂宁 广安 眉山 攀枝花 广元 雅安 资阳 巴中 西昌 贵阳:guiyang 遵义:zunyi 六盘水 安顺 毕节 铜仁 昆明:kunming 大理:dali 丽江:lijiang 曲靖 玉溪 红河 楚雄 昭通 保山 普洱 西双版纳
西安:xian 西安:xi'an 咸阳 宝鸡 渭南 汉中 榆林 延安 安康 兰州:lanzhou 天水 酒泉 嘉峪关 西宁:xining 银川:yinchuan 乌鲁木齐:urumqi 喀什 伊犁 克拉玛依 拉萨:lhasa 日喀则
石家庄:shijiazhuang 唐山:tangshan 保定:baoding 邯郸 廊坊 秦皇岛 沧州 邢台 张家口 承德 衡水 太原:taiyuan 大同 临汾 运城 长治 晋中 晋城 阳泉 呼和浩特:hohhot 包头 鄂尔多斯 赤峰 通辽 呼伦贝尔
沈阳:shenyang 大连:dalian 鞍山 抚顺 锦州 丹东 营口 盘锦 葫芦岛 本溪 辽阳 铁岭 长春:changchun 吉林市 四平 延边 通化 松原 哈尔滨:harbin 大庆:daqing 齐齐哈尔 牡丹江 佳木斯 绥化 鸡西
南宁:nanning 桂林:guilin 柳州:liuzhou 北海 玉林 梧州 钦州 百色 海口:haikou 三亚:sanya 儋州`;

/** Two-letter code, then its names. */
export const COUNTRIES = `HK 香港 hong kong hongkong|MO 澳门 macau macao|TW 台湾 taiwan 台北|JP 日本 japan 东京 tokyo 大阪 osaka 京都 北海道|KR 韩国 south korea korea 南韩 首尔 seoul 济州岛|TH 泰国 thailand 曼谷 bangkok 普吉岛 phuket 清迈|SG 新加坡 singapore 星洲 狮城|MY 马来西亚 malaysia 大马 吉隆坡|VN 越南 vietnam 河内 胡志明市 芽庄|ID 印度尼西亚 印尼 indonesia 巴厘岛 bali 雅加达|PH 菲律宾 philippines 马尼拉 长滩岛|KH 柬埔寨 cambodia|LA 老挝 laos|MM 缅甸 myanmar|IN 印度 india|NP 尼泊尔 nepal|LK 斯里兰卡 sri lanka|MV 马尔代夫 maldives|US 美国 usa united states america the states 纽约 new york 洛杉矶 los angeles 夏威夷 hawaii|CA 加拿大 canada 温哥华 vancouver 多伦多 toronto|MX 墨西哥 mexico|GB 英国 uk united kingdom england britain 伦敦 london|FR 法国 france 巴黎 paris|DE 德国 germany 柏林 berlin 慕尼黑|IT 意大利 italy 罗马 rome 米兰|ES 西班牙 spain 巴塞罗那 barcelona|PT 葡萄牙 portugal|NL 荷兰 netherlands holland|BE 比利时 belgium|CH 瑞士 switzerland|AT 奥地利 austria|GR 希腊 greece|TR 土耳其 turkey|RU 俄罗斯 russia 莫斯科 moscow|UA 乌克兰 ukraine|PL 波兰 poland|CZ 捷克 czech|SE 瑞典 sweden|NO 挪威 norway|FI 芬兰 finland|DK 丹麦 denmark|IS 冰岛 iceland|IE 爱尔兰 ireland|AU 澳大利亚 澳洲 australia 悉尼 sydney 墨尔本 melbourne|NZ 新西兰 new zealand|AE 阿联酋 迪拜 uae dubai|SA 沙特 沙特阿拉伯 saudi arabia|QA 卡塔尔 qatar|IL 以色列 israel|EG 埃及 egypt|ZA 南非 south africa|KE 肯尼亚 kenya|MA 摩洛哥 morocco|BR 巴西 brazil|AR 阿根廷 argentina|KZ 哈萨克斯坦 kazakhstan|MN 蒙古国 外蒙古 mongolia|PK 巴基斯坦 pakistan|BD 孟加拉 bangladesh|KP 朝鲜 north korea`;
