-- A store of format 1: opened, amended, migrated, voted on in secret, terminated, closed. Never to be recorded anew: what it
-- holds has to be readable for ever.
PRAGMA application_id = 1347962180;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE assessment (
  entry INTEGER PRIMARY KEY,
  round TEXT NOT NULL,
  subject TEXT NOT NULL,
  stage TEXT NOT NULL,
  outcome TEXT,
  total TEXT,
  reference TEXT
) STRICT;
CREATE TABLE box (
  round TEXT NOT NULL,
  subject TEXT NOT NULL,
  opening INTEGER NOT NULL,
  session INTEGER NOT NULL,
  key TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (round, subject, opening, session)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim (
  key TEXT PRIMARY KEY,
  round TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE command (
  id TEXT PRIMARY KEY,
  round TEXT NOT NULL,
  digest BLOB,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "command" VALUES('010B1AC6-F58F-47C8-9534-C71FCA994032','2026-小奖',X'E6AD47D4DDE2A7F086898B28417FFD415BDF4702F34F4446F3659F579A9A43C9',9,13);
INSERT INTO "command" VALUES('08695F3C-0E0B-4989-9DD0-4CA38578CF68','2026-小奖',X'EF5912D9CC6B01239A3CA1B2B6439F60F9A4DC8B4FEBA3299FEFC3EAF7057CDB',53,66);
INSERT INTO "command" VALUES('1EDCE5DD-BCD3-4639-90DD-B9669725720B','2026-小奖',X'7227BE75C8F5F19B637BACD158360C27909A0FCDE7C72061E54495A094344BF7',26,28);
INSERT INTO "command" VALUES('44A63BDC-EFFC-4878-812B-50F6795FE845','2026-小奖',X'A97B805E1B0EA0C80D81691421AFAB674A8CF3C630BAC0E7969EEBA7DCE71179',14,19);
INSERT INTO "command" VALUES('9C960F6D-8F9C-42A6-BF4F-292F9730FCA4','2026-小奖',NULL,35,37);
INSERT INTO "command" VALUES('9D55E25E-ACF1-4D5A-880C-1C904A54265C','2026-小奖',X'65F7DDB0B9BEC5683D6DACAAC8C56326C24D9AEEBED5DC7DF5CE629E152C9147',67,71);
INSERT INTO "command" VALUES('A61D5D7D-3B6A-42E2-8FE8-736EBEF8386D','2026-小奖',NULL,38,40);
INSERT INTO "command" VALUES('A8C50402-296B-4514-A26D-A794DE7353F2','2026-小奖',NULL,50,52);
INSERT INTO "command" VALUES('C0CF9FA2-3D2C-412A-8182-CBAD11F2A699','2026-小奖',NULL,44,46);
INSERT INTO "command" VALUES('E3EB5F54-5908-4058-9C26-296886FF56CA','2026-小奖',NULL,32,34);
INSERT INTO "command" VALUES('E9652632-B198-401C-BC3B-D657057DDAD5','2026-小奖',NULL,47,49);
INSERT INTO "command" VALUES('ED0C6F57-9E74-4997-A7A2-2F8B19312C52','2026-小奖',X'BC1F8D46C2EB702A190656BF0A8812DCFCDB268062618EC38FA04263EF6D2FE1',29,31);
INSERT INTO "command" VALUES('FEC0B83D-2483-4570-A640-F935CA22CD3D','2026-小奖',NULL,41,43);
INSERT INTO "command" VALUES('c1','2026-小奖',X'7EA3FD4CF9796BD83B58C5139F9CA6980F68E017FAEAEB4AB4C3079E9EEB3EFF',20,25);
CREATE TABLE document (
  fingerprint TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "document" VALUES('sha256:2bb25652f1eb14f1588c7991d2c4f7c1acdba2fbe06e9b6ccd593ae074312de0',X'6E616D653A20E5B08FE5A5960A76657273696F6E3A20310A6C697374656E6572733A205B7B6576656E743A2073746167655F656E74657265642C2063616C6C3A20736D737D5D0A7374616765733A0A20202D207B69643A206170706C792C206E616D653A20E794B3E68AA52C20747970653A20666F726D2C2077686F3A205B7B696E69746961746F723A20747275657D5D2C206E6578743A20766F74657D0A20202D2069643A20766F74650A202020206E616D653A20E7A5A8E586B30A20202020747970653A20766F74650A202020207365637265743A20747275650A2020202077686F3A205B7B726F6C653A20E5A794E591987D5D0A2020202074656C6C65723A20E8AEA1E7A5A80A20202020617474656E64616E63653A207B61745F6C656173743A20322F332C206F663A20656C696769626C657D0A2020202072756C653A207B6D6F72655F7468616E3A20312F322C206F663A20656C696769626C657D0A202020206E6578743A20617070726F7665640A202020206F6E5F72656A6563743A20656E640A');
INSERT INTO "document" VALUES('sha256:6723e7d4f0c6048d671cbff0f22c81262ebfc5953a37a992e1ac2ba80da76be5',X'6E616D653A20E5B08FE5A5960A76657273696F6E3A20320A6C697374656E6572733A205B7B6576656E743A2073746167655F656E74657265642C2063616C6C3A20736D737D5D0A7374616765733A0A20202D207B69643A206170706C792C206E616D653A20E794B3E68AA52C20747970653A20666F726D2C2077686F3A205B7B696E69746961746F723A20747275657D5D2C206E6578743A20766F74657D0A20202D2069643A20766F74650A202020206E616D653A20E7A5A8E586B30A20202020747970653A20766F74650A202020207365637265743A20747275650A2020202077686F3A205B7B726F6C653A20E5A794E591987D5D0A2020202074656C6C65723A20E8AEA1E7A5A80A20202020617474656E64616E63653A207B61745F6C656173743A20322F332C206F663A20656C696769626C657D0A2020202072756C653A207B6D6F72655F7468616E3A20312F322C206F663A20656C696769626C657D0A202020206E6578743A20617070726F7665640A202020206F6E5F72656A6563743A20656E640A');
INSERT INTO "document" VALUES('sha256:9c6647f03d3105630ea48061c6bb8109e2a922db4328ed7e4ae2fe8de71c4490',X'7265636F7264733A0A20202D207BE7BC96E58FB73A20582D312C20E5908DE7A7B03A20E794B2E58E822C20E6ACA1E695B03A20337D0A20202D207BE7BC96E58FB73A20582D322C20E5908DE7A7B03A20E4B999E58E822C20E6ACA1E695B03A20327D0A');
INSERT INTO "document" VALUES('sha256:bea760c4e4d746fc5ee7e7111d0bd886014f75e9aebcf2998185656ccbe8c019',X'61776172643A20E5B08FE5A5960A65646974696F6E3A20323032360A7375626A6563743A20656E74657270726973650A726567756C6174696F6E3A207B7469746C653A20E5B08FE5A596E58A9EE6B3952C2073686F72743A20E5B08FE5A596E58A9EE6B3952C206E756D6265723A20E5B08FE3809432303236E3809531E58FB72C20617070726F76616C5F6E756D6265723A206E6F6E657D0A706172616D65746572733A0A2020E59FBAE58786E697A53A207B76616C75653A20323032362D30352D30312C20747970653A20646174652C2062617369733A20E7ACACE4B880E69DA17D0A7265636F72643A0A2020E7BC96E58FB73A207B747970653A20737472696E672C2072657175697265643A20747275652C206B65793A20747275657D0A2020E5908DE7A7B03A207B747970653A20737472696E672C2072657175697265643A20747275652C207469746C653A20747275657D0A2020E6ACA1E695B03A207B747970653A20696E74656765722C2072616E67653A20225B302E2E36305D222C2072657175697265643A20747275657D0A656C69676962696C6974793A0A20202D207B69643A2054312C206E616D653A20E69C89E4B880E6ACA12C20726571756972653A20E6ACA1E695B0203E3D20312C2062617369733A20E7ACACE4BA8CE69DA17D0A');
INSERT INTO "document" VALUES('sha256:e00d1b6d7a9840b820c172750614227dd068b1dada5a2c4806cd14e6b608a9e4',X'23203230323620E5B9B4E694BEE58187E4B88EE8B083E4BC91EFBC88E4BE9DE68DAEEFBC9AE59BBDE58AA1E999A2E58A9EE585ACE58E85E585B3E4BA8E32303236E5B9B4E983A8E58886E88A82E58187E697A5E5AE89E68E92E79A84E9809AE79FA5EFBC8C323032352D31312D3034EFBC89E38082E585A8E5B9B4E6B395E5AE9AE5B7A5E4BD9CE697A52032343820E5A4A9E380820A23203230323720E5B9B4E79A84E5AE89E68E92E585ACE5B883E4B98BE5898DEFBC8CE8B7A8E585A5203230323720E5B9B4E79A84E69C9FE997B4E4B880E5BE8BE6A087E2809CE69A82E5AE9AE2809DEFBC8CE4B88DE5BE97E68DAEE6ADA4E58F91E5B883E6ADA3E5BC8FE585ACE5918AEFBC9BE585ACE5B883E5908EE785A7E69CACE69687E4BBB6E79A84E6A0B7E5AD90E58AA0E4B880E4BBBD20E4B8ADE59BBD2D323032372E79616D6CE380820A6E616D653A20E4B8ADE59BBD0A796561723A20323032360A7A6F6E653A20417369612F5368616E676861690A62617369733A20E59BBDE58AA1E999A2E58A9EE585ACE58E85E585B3E4BA8E32303236E5B9B4E983A8E58886E88A82E58187E697A5E5AE89E68E92E79A84E9809AE79FA5EFBC88323032352D31312D3034EFBC890A6F66666963655F686F7572733A205B2230383A33302D31323A3030222C202231343A30302D31373A3330225D0A686F6C69646179733A0A20202D20323032362D30312D30312E2E323032362D30312D303320202020202020202320E58583E697A60A20202D20323032362D30322D31352E2E323032362D30322D323320202020202020202320E698A5E88A820A20202D20323032362D30342D30342E2E323032362D30342D303620202020202020202320E6B885E6988EE88A820A20202D20323032362D30352D30312E2E323032362D30352D303520202020202020202320E58AB3E58AA8E88A820A20202D20323032362D30362D31392E2E323032362D30362D323120202020202020202320E7ABAFE58D88E88A820A20202D20323032362D30392D32352E2E323032362D30392D323720202020202020202320E4B8ADE7A78BE88A820A20202D20323032362D31302D30312E2E323032362D31302D303720202020202020202320E59BBDE5BA86E88A820A776F726B646179733A205B323032362D30312D30342C20323032362D30322D31342C20323032362D30322D32382C20323032362D30352D30392C20323032362D30392D32302C20323032362D31302D31305D0A');
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  round TEXT NOT NULL,
  subject TEXT,
  version INTEGER NOT NULL,
  act INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  format INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "entry" VALUES(1,'2026-小奖',NULL,0,1,'2026-05-11T09:00','经办',1,'opened','{"award":"小奖","calendars":[{"fingerprint":"sha256:e00d1b6d7a9840b820c172750614227dd068b1dada5a2c4806cd14e6b608a9e4","name":"calendars/中国-2026.yaml"}],"edition":"2026","engine":"pingxuan 0.1.0","organization":{"people":{"m1":{"isAutomatic":false},"m2":{"isAutomatic":false},"m3":{"isAutomatic":false},"m4":{"isAutomatic":false},"m5":{"isAutomatic":false},"m6":{"isAutomatic":false},"m7":{"isAutomatic":false},"m8":{"isAutomatic":false},"m9":{"isAutomatic":false},"乙":{"isAutomatic":false,"name":"某乙"},"甲":{"isAutomatic":false,"name":"某甲"},"管理员":{"isAutomatic":false,"name":"某管理","title":"系统管理员"},"经办":{"isAutomatic":false,"name":"某经办","title":"经办人"},"计票":{"isAutomatic":false,"name":"某计票"}},"proxies":[],"roles":{"administrator":["管理员"],"office":["经办"],"委员":["m1","m2","m3","m4","m5","m6","m7","m8","m9"]},"superiors":{}},"rules":[{"fingerprint":"sha256:bea760c4e4d746fc5ee7e7111d0bd886014f75e9aebcf2998185656ccbe8c019","name":"规则.yaml"}],"workflow":{"fingerprint":"sha256:2bb25652f1eb14f1588c7991d2c4f7c1acdba2fbe06e9b6ccd593ae074312de0","name":"流程.yaml"}}',X'06E81FBF7C0E2A9A4D52F5DE2C7FF39BD2033DF7C47A26D9F0076F8343AB237B');
INSERT INTO "entry" VALUES(2,'2026-小奖',NULL,0,1,'2026-05-11T09:00','经办',1,'records','[{"fingerprint":"sha256:9c6647f03d3105630ea48061c6bb8109e2a922db4328ed7e4ae2fe8de71c4490","name":"记录.yaml"}]',X'9F7AC8F6CE809D84EB5F1911DB574DACDB802374C62BC87F8779E58E74AFC781');
INSERT INTO "entry" VALUES(3,'2026-小奖',NULL,0,3,'2026-05-11T09:00','经办',1,'act','{"command":{"act":{"start":{"nominations":{"X-1":{"data":{},"initiator":"甲","roles":{}},"X-2":{"data":{},"initiator":"乙","roles":{}}}}},"data":{}},"consultations":[]}',X'6EB42AB1C369859181980565A1958D3664D3B2AEFE70B2411F36F243051C5805');
INSERT INTO "entry" VALUES(4,'2026-小奖',NULL,0,3,'2026-05-11T09:00','经办',1,'event','{"began":{"cases":[{"id":"X-1","nomination":{"data":{},"initiator":"甲","roles":{}}},{"id":"X-2","nomination":{"data":{},"initiator":"乙","roles":{}}}],"isLone":false,"version":1}}',X'AB6CE336EC02E88A15DE0853BF4BF51240169F085B35B7DA2DC5CECBDCB5C262');
INSERT INTO "entry" VALUES(5,'2026-小奖',NULL,1,3,'2026-05-11T09:00','经办',1,'event','{"accepted":{"_0":{"command":{"act":{"start":{"nominations":{"X-1":{"data":{},"initiator":"甲","roles":{}},"X-2":{"data":{},"initiator":"乙","roles":{}}}}},"data":{}},"isSecret":false,"verb":"start","whom":[]}}}',X'2C7EEB7818E122803DEC5385D4E1420B5709209EE0AFC40CD440488E9A4B7767');
INSERT INTO "entry" VALUES(6,'2026-小奖','X-1',0,3,'2026-05-11T09:00','system',1,'event','{"entered":{"_0":{"cases":["X-1"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T09:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":1,"reminders":0,"sequence":1,"slots":[{"candidates":["甲"],"delegates":[],"escalatedTo":[],"holder":"甲","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"stage":"apply","urges":[]}}}',X'77B9734191FB34943F22F8E01644ADD9CC4F8D88E262014036753AAB8846C5E5');
INSERT INTO "entry" VALUES(7,'2026-小奖','X-2',0,3,'2026-05-11T09:00','system',1,'event','{"entered":{"_0":{"cases":["X-2"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T09:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":1,"reminders":0,"sequence":2,"slots":[{"candidates":["乙"],"delegates":[],"escalatedTo":[],"holder":"乙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"stage":"apply","urges":[]}}}',X'D96F294A23CEA20CA6409EAD7F72DA3F921B20095D66CB40561EAC57B0ABED37');
INSERT INTO "entry" VALUES(8,'2026-小奖',NULL,1,8,'2026-05-11T10:00','管理员',1,'amended','{"reason":"修订","workflow":{"fingerprint":"sha256:6723e7d4f0c6048d671cbff0f22c81262ebfc5953a37a992e1ac2ba80da76be5","name":"流程2.yaml"}}',X'6D16583970E7AAA7B6AA9A6DE3086C598A2D2A6E5280E1349C716E0B5C200EBB');
INSERT INTO "entry" VALUES(9,'2026-小奖',NULL,1,9,'2026-05-11T10:00','管理员',1,'act','{"command":{"act":{"migrate":{"mapping":{},"toVersion":2}},"data":{},"ifVersion":1,"reason":"修订"},"consultations":[]}',X'9CD4502994558C910AEFBBD61CFA35938EF1C010A02E104332CDCF577484F440');
INSERT INTO "entry" VALUES(10,'2026-小奖',NULL,2,9,'2026-05-11T10:00','管理员',1,'event','{"accepted":{"_0":{"command":{"act":{"migrate":{"mapping":{},"toVersion":2}},"data":{},"ifVersion":1,"reason":"修订"},"isSecret":false,"verb":"migrate","whom":[]}}}',X'3A0AB3EFA95B50ADD1BF0CB05C0850D6369A108255464AEF63FE45A3DC17C831');
INSERT INTO "entry" VALUES(11,'2026-小奖',NULL,2,9,'2026-05-11T10:00','system',1,'event','{"migrated":{"_0":{"from":1,"stages":{},"to":2}}}',X'32C2800E1926A4E89E6DF164C29126199AC4F1644F2C00818A539B998B9DA684');
INSERT INTO "entry" VALUES(12,'2026-小奖','X-1',0,9,'2026-05-11T10:00','system',1,'event','{"relisted":{"_1":[{"candidates":["甲"],"delegates":[],"escalatedTo":[],"holder":"甲","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"opening":1}}',X'1B541D035981199C7A1CD6A611F731E615B3F017BCB9FAEBB3369CDFA246F81C');
INSERT INTO "entry" VALUES(13,'2026-小奖','X-2',0,9,'2026-05-11T10:00','system',1,'event','{"relisted":{"_1":[{"candidates":["乙"],"delegates":[],"escalatedTo":[],"holder":"乙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"opening":1}}',X'E8E6022AAA67695A01246A44D76B6EFE3244E51C6B0C83F2435CAAEE6649CD63');
INSERT INTO "entry" VALUES(14,'2026-小奖','X-1',0,14,'2026-05-11T10:00','甲',1,'act','{"command":{"act":{"submit":{}},"case":"X-1","data":{},"ifVersion":0},"consultations":[]}',X'7A2515F189CB33A1B3F87A50CA7A8D617D1C2C0BF49EBE98BCE19A58A807BE6E');
INSERT INTO "entry" VALUES(15,'2026-小奖','X-1',1,14,'2026-05-11T10:00','甲',1,'event','{"accepted":{"_0":{"command":{"act":{"submit":{}},"case":"X-1","data":{},"ifVersion":0},"isSecret":false,"opening":1,"stage":"apply","verb":"submit","whom":[]}}}',X'1E9B2B86797DE48C45277EDBA3025D3FCE2B1006CE6885F69C26FD1F553F625D');
INSERT INTO "entry" VALUES(16,'2026-小奖','X-1',1,14,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["甲"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"甲","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[],"signature":{"actor":"甲","at":"2026-05-11T10:00","data":{},"name":"某甲","verb":"submit"}},"opening":1}}',X'E808D3A9C1FEFBC8E76C4920D3DFC357DD709FEF0FF92B4F5446DD50EF90152E');
INSERT INTO "entry" VALUES(17,'2026-小奖','X-1',1,14,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"running"}}',X'12EEDACF1C5092B8C7468B599FD4518458A98716408888512B80285DB797FA5A');
INSERT INTO "entry" VALUES(18,'2026-小奖','X-1',1,14,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"passed","opening":1}}',X'08603C0A9C20395B227F024C746CBEDCDA2DA5D9CBD57F322DBB563104BDAA78');
INSERT INTO "entry" VALUES(19,'2026-小奖','X-1',1,14,'2026-05-11T10:00','system',1,'event','{"entered":{"_0":{"cases":["X-1"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T10:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":2,"reminders":0,"sequence":3,"slots":[{"candidates":["m1"],"delegates":[],"escalatedTo":[],"holder":"m1","index":0,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m2"],"delegates":[],"escalatedTo":[],"holder":"m2","index":1,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m3"],"delegates":[],"escalatedTo":[],"holder":"m3","index":2,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m4"],"delegates":[],"escalatedTo":[],"holder":"m4","index":3,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m5"],"delegates":[],"escalatedTo":[],"holder":"m5","index":4,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m6"],"delegates":[],"escalatedTo":[],"holder":"m6","index":5,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m7"],"delegates":[],"escalatedTo":[],"holder":"m7","index":6,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m8"],"delegates":[],"escalatedTo":[],"holder":"m8","index":7,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m9"],"delegates":[],"escalatedTo":[],"holder":"m9","index":8,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"}],"stage":"vote","urges":[],"vote":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":false,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":[],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0}}}}',X'E76265AB5A732DA1C0D30EBCAE0880671BB0165D56BD889158B1AE229E12961D');
INSERT INTO "entry" VALUES(20,'2026-小奖','X-2',0,20,'2026-05-11T10:00','乙',1,'act','{"command":{"act":{"submit":{}},"case":"X-2","data":{},"ifVersion":0},"consultations":[]}',X'69EB5B1743E050C322A3E25A482D0041951BB345652913C637534C975C753AAD');
INSERT INTO "entry" VALUES(21,'2026-小奖','X-2',1,20,'2026-05-11T10:00','乙',1,'event','{"accepted":{"_0":{"command":{"act":{"submit":{}},"case":"X-2","data":{},"ifVersion":0},"isSecret":false,"opening":1,"stage":"apply","verb":"submit","whom":[]}}}',X'C5464F86963123A9B8283BDEFD9FA7F5F10AA2CF95BC9A562783FF56E996112A');
INSERT INTO "entry" VALUES(22,'2026-小奖','X-2',1,20,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["乙"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"乙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[],"signature":{"actor":"乙","at":"2026-05-11T10:00","data":{},"name":"某乙","verb":"submit"}},"opening":1}}',X'FD6E01FCFECEDBB22DD02BDEE1A7151A773E334ACBF5CC85E13C3C44FE650B62');
INSERT INTO "entry" VALUES(23,'2026-小奖','X-2',1,20,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"running"}}',X'930E4D551400CDE2BE2F28E94B4A1736FAC19A0ADF8FB5C8373DAEC7F2BBA737');
INSERT INTO "entry" VALUES(24,'2026-小奖','X-2',1,20,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"passed","opening":1}}',X'88F0E013CC2931487513C6E21A64176F708ECCDEF810E8B7D4C894C194C7FFCF');
INSERT INTO "entry" VALUES(25,'2026-小奖','X-2',1,20,'2026-05-11T10:00','system',1,'event','{"entered":{"_0":{"cases":["X-2"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T10:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":2,"reminders":0,"sequence":4,"slots":[{"candidates":["m1"],"delegates":[],"escalatedTo":[],"holder":"m1","index":0,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m2"],"delegates":[],"escalatedTo":[],"holder":"m2","index":1,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m3"],"delegates":[],"escalatedTo":[],"holder":"m3","index":2,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m4"],"delegates":[],"escalatedTo":[],"holder":"m4","index":3,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m5"],"delegates":[],"escalatedTo":[],"holder":"m5","index":4,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m6"],"delegates":[],"escalatedTo":[],"holder":"m6","index":5,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m7"],"delegates":[],"escalatedTo":[],"holder":"m7","index":6,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m8"],"delegates":[],"escalatedTo":[],"holder":"m8","index":7,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m9"],"delegates":[],"escalatedTo":[],"holder":"m9","index":8,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"}],"stage":"vote","urges":[],"vote":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":false,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":[],"recusedFrom":{},"standings":{},"subjects":["X-2"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0}}}}',X'C60BFF6292BE6F1074E8CA92A2AD94FA19AB1F1167D5452AE61B555F5FA67D42');
INSERT INTO "entry" VALUES(26,'2026-小奖','X-1',1,26,'2026-05-11T10:00','计票',1,'act','{"command":{"act":{"checkIn":{"_0":["m1","m2","m3","m4","m5","m6","m7"]}},"case":"X-1","data":{},"ifVersion":1},"consultations":[]}',X'A2D3DA34A3D6AC9BF9066350668ACBD112B6867F171DB7FAF6771D8B40B4CC1C');
INSERT INTO "entry" VALUES(27,'2026-小奖','X-1',2,26,'2026-05-11T10:00','计票',1,'event','{"accepted":{"_0":{"command":{"act":{"checkIn":{"_0":["m1","m2","m3","m4","m5","m6","m7"]}},"case":"X-1","data":{},"ifVersion":1},"isSecret":false,"opening":2,"stage":"vote","verb":"check_in","whom":[]}}}',X'724E86CDD49683152DB165F0DE2A072517724F4D5B7C5EA79413BF060E84F79E');
INSERT INTO "entry" VALUES(28,'2026-小奖','X-1',2,26,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":false,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0},"opening":2}}',X'8672ECF4F34C5984A6ED1D7485AAC9E378569A1315BC726AD5B909718BF8C80B');
INSERT INTO "entry" VALUES(29,'2026-小奖','X-1',2,29,'2026-05-11T10:00','计票',1,'act','{"command":{"act":{"openVote":{}},"case":"X-1","data":{},"ifVersion":2},"consultations":[]}',X'0A88E06A3F5B9827FDC3BCF4B19120937C46F6683412FDE23A09D8A0E9902E9F');
INSERT INTO "entry" VALUES(30,'2026-小奖','X-1',3,29,'2026-05-11T10:00','计票',1,'event','{"accepted":{"_0":{"command":{"act":{"openVote":{}},"case":"X-1","data":{},"ifVersion":2},"isSecret":false,"opening":2,"stage":"vote","verb":"open_vote","whom":[]}}}',X'890926E4230F91C1427BC6DBD3F4A682D73C67ECD3BD1927127D7AA7C5D9F15A');
INSERT INTO "entry" VALUES(31,'2026-小奖','X-1',3,29,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0},"opening":2}}',X'242E4ADAEF4B3072E0E335ED118F01D0AC9178EF2B402905FBB2B73BA1BC621F');
INSERT INTO "entry" VALUES(32,'2026-小奖','X-1',3,32,'2026-05-11T10:00','m1',1,'act','{"consultations":[]}',X'31691A836D196D29FDB9A3C73B2FC87B72AF6A844058005A0E6FEB39406C511D');
INSERT INTO "entry" VALUES(33,'2026-小奖','X-1',4,32,'2026-05-11T10:00','m1',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'EAC4ED8F553A0643E93A1950C482F7244C887763C5E6BEBE0DAC2D4D22D67679');
INSERT INTO "entry" VALUES(34,'2026-小奖','X-1',4,32,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1"],"votes":{},"writtenOpinions":0},"opening":2}}',X'FA3E9F167A76F3F4E624FDE9968B8207B899CB4C73F990614E772109A52DAF59');
INSERT INTO "entry" VALUES(35,'2026-小奖','X-1',4,35,'2026-05-11T10:00','m2',1,'act','{"consultations":[]}',X'3F66A647976AC8C0941D16F9A92318DF84CDD359A089B1FCB99CC39A2E968F13');
INSERT INTO "entry" VALUES(36,'2026-小奖','X-1',5,35,'2026-05-11T10:00','m2',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'D61899A7E20D86E361481F5B0D22049192A9C4D9A12FF1E80F94E816ECCF4382');
INSERT INTO "entry" VALUES(37,'2026-小奖','X-1',5,35,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2"],"votes":{},"writtenOpinions":0},"opening":2}}',X'D55617917AB9B024BBFDC82ACC668B35BF1D6FC3055995211A84E36430E3BA9F');
INSERT INTO "entry" VALUES(38,'2026-小奖','X-1',5,38,'2026-05-11T10:00','m3',1,'act','{"consultations":[]}',X'0E482861EE55FDCDEF4EDD6F54A79EF1081D3F0FE3123EEA96AFBAC92446E559');
INSERT INTO "entry" VALUES(39,'2026-小奖','X-1',6,38,'2026-05-11T10:00','m3',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'5468D8BDAE00F68264BAECC024BA5118A6D37EF3A60FFED5BE906EBF5660E907');
INSERT INTO "entry" VALUES(40,'2026-小奖','X-1',6,38,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3"],"votes":{},"writtenOpinions":0},"opening":2}}',X'FADAEFB8E67B88119D736EA54B00F9203E4C54EDCA65792F18849D84A326AB0F');
INSERT INTO "entry" VALUES(41,'2026-小奖','X-1',6,41,'2026-05-11T10:00','m4',1,'act','{"consultations":[]}',X'F8DF5AE32D0C9A57B67BAC08BFB160385B9A1518640B783A46E5B43304B53001');
INSERT INTO "entry" VALUES(42,'2026-小奖','X-1',7,41,'2026-05-11T10:00','m4',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'98CCFFEF1FF3CE99599837498B69CB066D957A60F7971C7548988B88E6E00038');
INSERT INTO "entry" VALUES(43,'2026-小奖','X-1',7,41,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4"],"votes":{},"writtenOpinions":0},"opening":2}}',X'A3C105D2B614CFE0FEEBB04C5445DB9926BB906409569BF42452ECF8101C9B60');
INSERT INTO "entry" VALUES(44,'2026-小奖','X-1',7,44,'2026-05-11T10:00','m5',1,'act','{"consultations":[]}',X'6EC1EBFF9B7849C08D4803D53B7995CCAC8054DC6178FBB3729B930639FF8D32');
INSERT INTO "entry" VALUES(45,'2026-小奖','X-1',8,44,'2026-05-11T10:00','m5',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'91350C590F69213721E10B62F8BA9E908FA3AA6360C77F6DD687A67590374452');
INSERT INTO "entry" VALUES(46,'2026-小奖','X-1',8,44,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5"],"votes":{},"writtenOpinions":0},"opening":2}}',X'03842EA6C9CBF3C04D7F8852A9B0293906783F8F7ACDBCD04FFC0074FA7A7143');
INSERT INTO "entry" VALUES(47,'2026-小奖','X-1',8,47,'2026-05-11T10:00','m6',1,'act','{"consultations":[]}',X'5E634FCD88D08D749129EF288DBCC294038B6531B6D7209C39F0DE07264B0D30');
INSERT INTO "entry" VALUES(48,'2026-小奖','X-1',9,47,'2026-05-11T10:00','m6',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'FFB75668CB4F86FDD5CB5BF20A3FE3FC3886B1746F379AAF062E8A30E043D00F');
INSERT INTO "entry" VALUES(49,'2026-小奖','X-1',9,47,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6"],"votes":{},"writtenOpinions":0},"opening":2}}',X'61C8B72F03BBD5D59A54161CCDC9F6F234B6DCE2495FE23CD5419AAB1BB7FFDF');
INSERT INTO "entry" VALUES(50,'2026-小奖','X-1',9,50,'2026-05-11T10:00','m7',1,'act','{"consultations":[]}',X'5548002F1D365E29EC06969298F058F87825B26B2FA74089EBA6F5FC721747E6');
INSERT INTO "entry" VALUES(51,'2026-小奖','X-1',10,50,'2026-05-11T10:00','m7',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'778C1D4E42965B44AEE65A50DA221D6A60DF07646717579EAD804CC0181868F2');
INSERT INTO "entry" VALUES(52,'2026-小奖','X-1',10,50,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6","m7"],"votes":{},"writtenOpinions":0},"opening":2}}',X'EC8DCC61DC16B4AB0F59302332E0806A0BC498F6F310E0C02AD3E4E411DA1F51');
INSERT INTO "entry" VALUES(53,'2026-小奖','X-1',10,53,'2026-05-11T10:00','计票',1,'act','{"command":{"act":{"closeVote":{}},"case":"X-1","data":{},"ifVersion":10},"consultations":[]}',X'828F9CDE579E8A1F0FEB218AF39C55AC7C99EE1F44671F3E7E816962DC613205');
INSERT INTO "entry" VALUES(54,'2026-小奖','X-1',11,53,'2026-05-11T10:00','计票',1,'event','{"accepted":{"_0":{"command":{"act":{"closeVote":{}},"case":"X-1","data":{},"ifVersion":10},"isSecret":false,"opening":2,"stage":"vote","verb":"close_vote","whom":[]}}}',X'109119AD3D071FB795AD753DA0DBC20B9789E7CD01C3310F2BEE0148DFEDFA53');
INSERT INTO "entry" VALUES(55,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6","m7"],"votes":{},"writtenOpinions":0},"opening":2}}',X'FDF079FB0A4A4360DC39AE5AF4D85C5EFA12BBFF6C7091A6469BB7A5929CEAEB');
INSERT INTO "entry" VALUES(56,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tally":{"count":{"abstain":0,"no":0,"spoiled":0,"yes":7},"eligible":9,"issued":7,"passed":true,"present":7,"recused":0,"returned":7},"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6","m7"],"votes":{},"writtenOpinions":0},"opening":2}}',X'7FE0247E17769CB9DEF8167DFB839D73C90B3EF768E5C73534BBC92AC4C1921A');
INSERT INTO "entry" VALUES(57,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m1"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m1","index":0,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'F00A3BA4BFDD5D0B0B05F3E47DCD16734329D12F50FC58ADA7D5F884A7A39083');
INSERT INTO "entry" VALUES(58,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m2"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m2","index":1,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'FC775D1B085A7E7802C3ECD65BE94D00DA086434BB2B170AB736E9AF9ED2B7C6');
INSERT INTO "entry" VALUES(59,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m3"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m3","index":2,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'D47AF452F5534FA780645FB67AFD790D84838C43AF48F862F9A2C128EEB3678D');
INSERT INTO "entry" VALUES(60,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m4"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m4","index":3,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'2DF355FFDF69D3BAD4797F87561B423256B62D5C82AFABEAB30E3FD83E70025E');
INSERT INTO "entry" VALUES(61,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m5"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m5","index":4,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'D22E1BF5064F8078CDF8F3899919F4E57F36BC9EB19C8071307DD93135643651');
INSERT INTO "entry" VALUES(62,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m6"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m6","index":5,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'C068D13C8EF5719E74F315AD7F485CA247AB32B20640D7B76148B3875CC03CCB');
INSERT INTO "entry" VALUES(63,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m7"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m7","index":6,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'2E5FC90570FF24CE7840E899CFBCC4F822CF591389FD3C4A343D85F73F3654A7');
INSERT INTO "entry" VALUES(64,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"passed","opening":2}}',X'7CE7B0BC74F1CCAAC5978E8CA49F944109A6EF01B90B99471388DF5445C2E267');
INSERT INTO "entry" VALUES(65,'2026-小奖','X-1',11,53,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"approved"}}',X'A742AF20C03BC1EECF676D628C2D5BEDDFBB96CB09C2A9EEE603AABC150DD0C1');
INSERT INTO "entry" VALUES(66,'2026-小奖','X-1',11,53,'2026-05-11T10:00','计票',1,'counted','{"ballots":7,"digest":"sha256:c5ee95599115185da6ffa2f699fdd6282351489260404bc5a4f467af5646160e","opening":2,"session":1}',X'3B0DCB0CE2B911E983EC114C648A6EE9C51B3C52451BF62E3ED7992645181603');
INSERT INTO "entry" VALUES(67,'2026-小奖','X-2',1,67,'2026-05-11T10:00','管理员',1,'act','{"command":{"act":{"terminate":{}},"case":"X-2","data":{},"ifVersion":1,"reason":"单位注销"},"consultations":[]}',X'7A75B222AE71078E857C90FF1286D6FB53A8F39B8CC0BC407D6B63DA27888F2F');
INSERT INTO "entry" VALUES(68,'2026-小奖','X-2',2,67,'2026-05-11T10:00','管理员',1,'event','{"accepted":{"_0":{"command":{"act":{"terminate":{}},"case":"X-2","data":{},"ifVersion":1,"reason":"单位注销"},"isSecret":false,"verb":"terminate","whom":[]}}}',X'9295C60793208F19BA8AE7B7667731D7AA8586E0B3F95CC8833BBFF368C65182');
INSERT INTO "entry" VALUES(69,'2026-小奖','X-2',2,67,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"cancelled","opening":2}}',X'0540CEEC8E78CB5E102F8AD61B918ABDAC75E3A6D25A4406E7C00E9ACB330FC8');
INSERT INTO "entry" VALUES(70,'2026-小奖','X-2',2,67,'2026-05-11T10:00','system',1,'event','{"outcomeChanged":{"_0":"cancelled"}}',X'F8454CEA45CA2F7C02289500B866A3989A0597EA5314B16850B63CD88C14C08E');
INSERT INTO "entry" VALUES(71,'2026-小奖','X-2',2,67,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"terminated"}}',X'A34ADA281A4E06F67BB0E67A3BCE055A6005ED920908AD32C5C91C9E166C0AA8');
INSERT INTO "entry" VALUES(72,'2026-小奖',NULL,15,72,'2026-05-12T10:00','经办',1,'closed','{}',X'B09264F3808B181A05D722F04DCC8BFA6EBE722775322827C1084DEE5440A029');
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "head" VALUES(1,72,X'B09264F3808B181A05D722F04DCC8BFA6EBE722775322827C1084DEE5440A029');
CREATE TABLE item (
  round TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  outcome TEXT,
  stage TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (round, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO "item" VALUES('2026-小奖','X-1','甲厂','approved',NULL,NULL,11);
INSERT INTO "item" VALUES('2026-小奖','X-2','乙厂','terminated','cancelled',NULL,2);
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  round TEXT NOT NULL,
  entry INTEGER NOT NULL,
  listener TEXT NOT NULL,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  delivered TEXT
) STRICT;
INSERT INTO "outbox" VALUES(1,'2026-小奖',3,'sms','{"asking":{"actor":"甲","case":"X-1","opening":1,"stage":"apply"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(2,'2026-小奖',3,'sms','{"asking":{"actor":"乙","case":"X-2","opening":1,"stage":"apply"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(3,'2026-小奖',14,'sms','{"asking":{"actor":"m1","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(4,'2026-小奖',14,'sms','{"asking":{"actor":"m2","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(5,'2026-小奖',14,'sms','{"asking":{"actor":"m3","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(6,'2026-小奖',14,'sms','{"asking":{"actor":"m4","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(7,'2026-小奖',14,'sms','{"asking":{"actor":"m5","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(8,'2026-小奖',14,'sms','{"asking":{"actor":"m6","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(9,'2026-小奖',14,'sms','{"asking":{"actor":"m7","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(10,'2026-小奖',14,'sms','{"asking":{"actor":"m8","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(11,'2026-小奖',14,'sms','{"asking":{"actor":"m9","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(12,'2026-小奖',14,'sms','{"asking":{"actor":"计票","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(13,'2026-小奖',20,'sms','{"asking":{"actor":"m1","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(14,'2026-小奖',20,'sms','{"asking":{"actor":"m2","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(15,'2026-小奖',20,'sms','{"asking":{"actor":"m3","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(16,'2026-小奖',20,'sms','{"asking":{"actor":"m4","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(17,'2026-小奖',20,'sms','{"asking":{"actor":"m5","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(18,'2026-小奖',20,'sms','{"asking":{"actor":"m6","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(19,'2026-小奖',20,'sms','{"asking":{"actor":"m7","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(20,'2026-小奖',20,'sms','{"asking":{"actor":"m8","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(21,'2026-小奖',20,'sms','{"asking":{"actor":"m9","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(22,'2026-小奖',20,'sms','{"asking":{"actor":"计票","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
CREATE TABLE record (
  round TEXT NOT NULL,
  subject TEXT NOT NULL,
  revision INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (round, subject, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "record" VALUES('2026-小奖','X-1',1,2,'sha256:9c6647f03d3105630ea48061c6bb8109e2a922db4328ed7e4ae2fe8de71c4490');
INSERT INTO "record" VALUES('2026-小奖','X-2',1,2,'sha256:9c6647f03d3105630ea48061c6bb8109e2a922db4328ed7e4ae2fe8de71c4490');
CREATE TABLE round (
  id TEXT PRIMARY KEY,
  award TEXT NOT NULL,
  edition TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "round" VALUES('2026-小奖','小奖','2026','ended',15,'2026-05-11T09:00','2026-05-12T10:00');
CREATE INDEX entry_by_subject ON entry (round, subject, seq);
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries stay as they are'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;
CREATE INDEX assessment_by_subject ON assessment (round, subject, entry);
COMMIT;
