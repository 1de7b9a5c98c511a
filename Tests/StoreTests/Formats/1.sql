-- A store of format 1: opened, joined, amended, migrated, voted on in secret, terminated, closed. Never to be recorded anew:
-- what it holds has to be readable for ever.
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
INSERT INTO "command" VALUES('139B66A4-243D-4617-8BF4-6F49A52827B6','2026-小奖',X'7227BE75C8F5F19B637BACD158360C27909A0FCDE7C72061E54495A094344BF7',33,35);
INSERT INTO "command" VALUES('205AB752-94C6-47DD-9CAA-8C1471324BAA','2026-小奖',X'BC1F8D46C2EB702A190656BF0A8812DCFCDB268062618EC38FA04263EF6D2FE1',36,38);
INSERT INTO "command" VALUES('2C1F5F18-8AF2-4842-B3EC-4A97E3F5C9D4','2026-小奖',NULL,42,44);
INSERT INTO "command" VALUES('2D8F1FF3-9A28-4F1D-B789-4FF222B2EED3','2026-小奖',X'65F7DDB0B9BEC5683D6DACAAC8C56326C24D9AEEBED5DC7DF5CE629E152C9147',74,78);
INSERT INTO "command" VALUES('38B08226-197D-4575-BA39-C7B636246F73','2026-小奖',X'E6AD47D4DDE2A7F086898B28417FFD415BDF4702F34F4446F3659F579A9A43C9',15,20);
INSERT INTO "command" VALUES('4BA0FEAC-92A2-4752-B67C-FBBD78B5237F','2026-小奖',X'A97B805E1B0EA0C80D81691421AFAB674A8CF3C630BAC0E7969EEBA7DCE71179',21,26);
INSERT INTO "command" VALUES('514E7509-1000-43E0-9E58-F77F44A98C03','2026-小奖',NULL,54,56);
INSERT INTO "command" VALUES('8A9711FB-BC71-4F7F-AFB1-FE06569C72B7','2026-小奖',X'EF5912D9CC6B01239A3CA1B2B6439F60F9A4DC8B4FEBA3299FEFC3EAF7057CDB',60,73);
INSERT INTO "command" VALUES('91FEECF0-0D06-4284-A57B-D220B7B706C2','2026-小奖',NULL,45,47);
INSERT INTO "command" VALUES('ADB3E449-DCB4-43C3-93B8-48104DB1704B','2026-小奖',X'7D68FCEB33201E832D8B6E65B3FBAC323DA2B6DC5B35A5BC902308E8B83E61F3',79,84);
INSERT INTO "command" VALUES('C7406448-E949-42F3-9EC5-2718D9D1181C','2026-小奖',NULL,57,59);
INSERT INTO "command" VALUES('D026C503-FFD4-4BE8-A3D4-4B1FE403BE5B','2026-小奖',NULL,51,53);
INSERT INTO "command" VALUES('D937139E-44A4-4FE6-9067-D571999297F7','2026-小奖',NULL,39,41);
INSERT INTO "command" VALUES('DA4441AC-0F0E-4132-B75B-6E312CC7543A','2026-小奖',NULL,48,50);
INSERT INTO "command" VALUES('c1','2026-小奖',X'7EA3FD4CF9796BD83B58C5139F9CA6980F68E017FAEAEB4AB4C3079E9EEB3EFF',27,32);
CREATE TABLE document (
  fingerprint TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "document" VALUES('sha256:2bb25652f1eb14f1588c7991d2c4f7c1acdba2fbe06e9b6ccd593ae074312de0',X'6E616D653A20E5B08FE5A5960A76657273696F6E3A20310A6C697374656E6572733A205B7B6576656E743A2073746167655F656E74657265642C2063616C6C3A20736D737D5D0A7374616765733A0A20202D207B69643A206170706C792C206E616D653A20E794B3E68AA52C20747970653A20666F726D2C2077686F3A205B7B696E69746961746F723A20747275657D5D2C206E6578743A20766F74657D0A20202D2069643A20766F74650A202020206E616D653A20E7A5A8E586B30A20202020747970653A20766F74650A202020207365637265743A20747275650A2020202077686F3A205B7B726F6C653A20E5A794E591987D5D0A2020202074656C6C65723A20E8AEA1E7A5A80A20202020617474656E64616E63653A207B61745F6C656173743A20322F332C206F663A20656C696769626C657D0A2020202072756C653A207B6D6F72655F7468616E3A20312F322C206F663A20656C696769626C657D0A202020206E6578743A20617070726F7665640A202020206F6E5F72656A6563743A20656E640A');
INSERT INTO "document" VALUES('sha256:2db5f7126a4a92da0cd844ccf4e4eb9b4afa91bcf98c48655722a716940679d0',X'7265636F7264733A0A20202D207BE7BC96E58FB73A20582D332C20E5908DE7A7B03A20E4B899E58E822C20E6ACA1E695B03A20317D0A');
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
INSERT INTO "entry" VALUES(8,'2026-小奖',NULL,1,8,'2026-05-11T10:00','经办',1,'records','[{"fingerprint":"sha256:2db5f7126a4a92da0cd844ccf4e4eb9b4afa91bcf98c48655722a716940679d0","name":"后到.yaml"}]',X'B733CCB1A18DC350988AD32B451951F6DF66BF5F86E40124D8290F87AD78D000');
INSERT INTO "entry" VALUES(9,'2026-小奖',NULL,1,8,'2026-05-11T10:00','经办',1,'people','{"people":{"丙":{"isAutomatic":false,"name":"某丙"}},"proxies":[],"roles":{},"superiors":{}}',X'1B5B76AB95D89A17264A6BFFED6055124BB791B291B71AF81EAC363856F112AA');
INSERT INTO "entry" VALUES(10,'2026-小奖',NULL,1,10,'2026-05-11T10:00','经办',1,'act','{"command":{"act":{"start":{"nominations":{"X-3":{"data":{},"initiator":"丙","roles":{}}}}},"data":{}},"consultations":[]}',X'B380A6B82EB85C26DB2EB95E54969DAA603FA4AEC3246BC143D444973B02A040');
INSERT INTO "entry" VALUES(11,'2026-小奖',NULL,1,10,'2026-05-11T10:00','经办',1,'event','{"began":{"cases":[{"id":"X-3","nomination":{"data":{},"initiator":"丙","roles":{}}}],"isLone":false,"version":1}}',X'3169F6A5E85082796B311DC2A870C4BFDCDAE52F5F3798A8E313DF39C20CCE69');
INSERT INTO "entry" VALUES(12,'2026-小奖',NULL,2,10,'2026-05-11T10:00','经办',1,'event','{"accepted":{"_0":{"command":{"act":{"start":{"nominations":{"X-3":{"data":{},"initiator":"丙","roles":{}}}}},"data":{}},"isSecret":false,"verb":"start","whom":[]}}}',X'281CA8919C4E1F5F448D7347976143297D9DD51DF03C14E405734C56ADA7E42F');
INSERT INTO "entry" VALUES(13,'2026-小奖','X-3',0,10,'2026-05-11T10:00','system',1,'event','{"entered":{"_0":{"cases":["X-3"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T10:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":1,"reminders":0,"sequence":3,"slots":[{"candidates":["丙"],"delegates":[],"escalatedTo":[],"holder":"丙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"stage":"apply","urges":[]}}}',X'1BA10EDD6E80EEFFBF779ADF3BD665E945A6F5C23E2D2D639F5D5A9527AD2611');
INSERT INTO "entry" VALUES(14,'2026-小奖',NULL,2,14,'2026-05-11T10:00','管理员',1,'amended','{"reason":"修订","workflow":{"fingerprint":"sha256:6723e7d4f0c6048d671cbff0f22c81262ebfc5953a37a992e1ac2ba80da76be5","name":"流程2.yaml"}}',X'788090CF465F7EE94C850E6B68C4A80EA9FAE99AA647FB9902642A61A8462F8C');
INSERT INTO "entry" VALUES(15,'2026-小奖',NULL,2,15,'2026-05-11T10:00','管理员',1,'act','{"command":{"act":{"migrate":{"mapping":{},"toVersion":2}},"data":{},"ifVersion":2,"reason":"修订"},"consultations":[]}',X'D8BF79BD14DFE2963FEFB0DA4CE4EEAFCEDC43D4CF8515397D963A91A2FE419D');
INSERT INTO "entry" VALUES(16,'2026-小奖',NULL,3,15,'2026-05-11T10:00','管理员',1,'event','{"accepted":{"_0":{"command":{"act":{"migrate":{"mapping":{},"toVersion":2}},"data":{},"ifVersion":2,"reason":"修订"},"isSecret":false,"verb":"migrate","whom":[]}}}',X'B7502B11A6FE3FE5CB67D483406D4AA72FAAA8F0AED3F7680D4DB38B1ADB04EF');
INSERT INTO "entry" VALUES(17,'2026-小奖',NULL,3,15,'2026-05-11T10:00','system',1,'event','{"migrated":{"_0":{"from":1,"stages":{},"to":2}}}',X'BF0E342F0C4155C994B344A2C9FFDFFCB046BB084BD43525BD8A860FD8712AB1');
INSERT INTO "entry" VALUES(18,'2026-小奖','X-1',0,15,'2026-05-11T10:00','system',1,'event','{"relisted":{"_1":[{"candidates":["甲"],"delegates":[],"escalatedTo":[],"holder":"甲","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"opening":1}}',X'EED795F502E4780DFD013E92FD9AE2A4DE51E62025B0FE5A89DCEE9D39426D41');
INSERT INTO "entry" VALUES(19,'2026-小奖','X-2',0,15,'2026-05-11T10:00','system',1,'event','{"relisted":{"_1":[{"candidates":["乙"],"delegates":[],"escalatedTo":[],"holder":"乙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"opening":1}}',X'85246C232AA1095CFCA3C6889B81B5436019DB00A8C403EA407192C989BC8CCB');
INSERT INTO "entry" VALUES(20,'2026-小奖','X-3',0,15,'2026-05-11T10:00','system',1,'event','{"relisted":{"_1":[{"candidates":["丙"],"delegates":[],"escalatedTo":[],"holder":"丙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]}],"opening":1}}',X'705CE528B8D1F57A370A08E5B932641FE4121E1A54456067A633170126C78AE0');
INSERT INTO "entry" VALUES(21,'2026-小奖','X-1',0,21,'2026-05-11T10:00','甲',1,'act','{"command":{"act":{"submit":{}},"case":"X-1","data":{},"ifVersion":0},"consultations":[]}',X'65B5F968D3BC3FA348F2A440E7831C217397DC38DE5A06E59B8ABDCF12635562');
INSERT INTO "entry" VALUES(22,'2026-小奖','X-1',1,21,'2026-05-11T10:00','甲',1,'event','{"accepted":{"_0":{"command":{"act":{"submit":{}},"case":"X-1","data":{},"ifVersion":0},"isSecret":false,"opening":1,"stage":"apply","verb":"submit","whom":[]}}}',X'6D8DE1CB23023D00EE13DBD2AB174E2FC17AAC18A4B93B1D745EC172A38A05FB');
INSERT INTO "entry" VALUES(23,'2026-小奖','X-1',1,21,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["甲"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"甲","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[],"signature":{"actor":"甲","at":"2026-05-11T10:00","data":{},"name":"某甲","verb":"submit"}},"opening":1}}',X'61B7BD6C175E91F93D233B94902F21C043CFE590D55131827E28F57F341E7F31');
INSERT INTO "entry" VALUES(24,'2026-小奖','X-1',1,21,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"running"}}',X'21E625C7314CE296009AA0903F6E0A7B2C21798C5953EE3E66E4C89F591F8A97');
INSERT INTO "entry" VALUES(25,'2026-小奖','X-1',1,21,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"passed","opening":1}}',X'22E22D08DFED2F1D8FB7135B07E47E4DC682622AC5A13C6DB1C4586DB3348657');
INSERT INTO "entry" VALUES(26,'2026-小奖','X-1',1,21,'2026-05-11T10:00','system',1,'event','{"entered":{"_0":{"cases":["X-1"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T10:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":2,"reminders":0,"sequence":4,"slots":[{"candidates":["m1"],"delegates":[],"escalatedTo":[],"holder":"m1","index":0,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m2"],"delegates":[],"escalatedTo":[],"holder":"m2","index":1,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m3"],"delegates":[],"escalatedTo":[],"holder":"m3","index":2,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m4"],"delegates":[],"escalatedTo":[],"holder":"m4","index":3,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m5"],"delegates":[],"escalatedTo":[],"holder":"m5","index":4,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m6"],"delegates":[],"escalatedTo":[],"holder":"m6","index":5,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m7"],"delegates":[],"escalatedTo":[],"holder":"m7","index":6,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m8"],"delegates":[],"escalatedTo":[],"holder":"m8","index":7,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m9"],"delegates":[],"escalatedTo":[],"holder":"m9","index":8,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"}],"stage":"vote","urges":[],"vote":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":false,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":[],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0}}}}',X'D6FB35386C0EA255014F94441CA19D05A4CDB4E198A74DC4E2BC5385B3341081');
INSERT INTO "entry" VALUES(27,'2026-小奖','X-2',0,27,'2026-05-11T10:00','乙',1,'act','{"command":{"act":{"submit":{}},"case":"X-2","data":{},"ifVersion":0},"consultations":[]}',X'E888232CCF6A0BAC3DBB3288C848F296642B963F3317E42E9D442F8B40FADCD3');
INSERT INTO "entry" VALUES(28,'2026-小奖','X-2',1,27,'2026-05-11T10:00','乙',1,'event','{"accepted":{"_0":{"command":{"act":{"submit":{}},"case":"X-2","data":{},"ifVersion":0},"isSecret":false,"opening":1,"stage":"apply","verb":"submit","whom":[]}}}',X'C94BD7240962815EA335A5999881298E06840540C81201FD80FE399582744F41');
INSERT INTO "entry" VALUES(29,'2026-小奖','X-2',1,27,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["乙"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"乙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[],"signature":{"actor":"乙","at":"2026-05-11T10:00","data":{},"name":"某乙","verb":"submit"}},"opening":1}}',X'D1AB91D0057F518D7AE4381C782D4FF282036CF99042B6ACF080C82D21ABD91D');
INSERT INTO "entry" VALUES(30,'2026-小奖','X-2',1,27,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"running"}}',X'3ACD2ED3AE72BB8F394D06FE8C60FBFDDE42DADA34B93CF3C4088CBD01BD9C54');
INSERT INTO "entry" VALUES(31,'2026-小奖','X-2',1,27,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"passed","opening":1}}',X'696D6E2C98A18F62D57A8B44705557AD8E0FF86D875231D310693BD36739CABB');
INSERT INTO "entry" VALUES(32,'2026-小奖','X-2',1,27,'2026-05-11T10:00','system',1,'event','{"entered":{"_0":{"cases":["X-2"],"clocks":{},"departures":{},"enteredAt":"2026-05-11T10:00","isAfterReturn":false,"isCutOff":false,"isOverdue":false,"number":2,"reminders":0,"sequence":5,"slots":[{"candidates":["m1"],"delegates":[],"escalatedTo":[],"holder":"m1","index":0,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m2"],"delegates":[],"escalatedTo":[],"holder":"m2","index":1,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m3"],"delegates":[],"escalatedTo":[],"holder":"m3","index":2,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m4"],"delegates":[],"escalatedTo":[],"holder":"m4","index":3,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m5"],"delegates":[],"escalatedTo":[],"holder":"m5","index":4,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m6"],"delegates":[],"escalatedTo":[],"holder":"m6","index":5,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m7"],"delegates":[],"escalatedTo":[],"holder":"m7","index":6,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m8"],"delegates":[],"escalatedTo":[],"holder":"m8","index":7,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},{"candidates":["m9"],"delegates":[],"escalatedTo":[],"holder":"m9","index":8,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"}],"stage":"vote","urges":[],"vote":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":false,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":[],"recusedFrom":{},"standings":{},"subjects":["X-2"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0}}}}',X'0255FE5340D6751274E3F18A2A35F5F39795A514C647BB5943BD3650FAB04F22');
INSERT INTO "entry" VALUES(33,'2026-小奖','X-1',1,33,'2026-05-11T10:00','计票',1,'act','{"command":{"act":{"checkIn":{"_0":["m1","m2","m3","m4","m5","m6","m7"]}},"case":"X-1","data":{},"ifVersion":1},"consultations":[]}',X'009586D4C11D512FBABD888A337C91F32E79DEFFDA340CA9FF8BDF14172C24B2');
INSERT INTO "entry" VALUES(34,'2026-小奖','X-1',2,33,'2026-05-11T10:00','计票',1,'event','{"accepted":{"_0":{"command":{"act":{"checkIn":{"_0":["m1","m2","m3","m4","m5","m6","m7"]}},"case":"X-1","data":{},"ifVersion":1},"isSecret":false,"opening":2,"stage":"vote","verb":"check_in","whom":[]}}}',X'822198FA9C4A224FA61791CB5E1E60633363243BEE29AB4EF020C961D6F374E4');
INSERT INTO "entry" VALUES(35,'2026-小奖','X-1',2,33,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":false,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0},"opening":2}}',X'D61D5DC93D8F5E3860C4478B83F8EAC79D277E301E3FB09A77FA005D6488B505');
INSERT INTO "entry" VALUES(36,'2026-小奖','X-1',2,36,'2026-05-11T10:00','计票',1,'act','{"command":{"act":{"openVote":{}},"case":"X-1","data":{},"ifVersion":2},"consultations":[]}',X'EDBAD27D4FA14F4F522A4F28058FC829F1FE2AB0238AC71DB11AD377CD909FC4');
INSERT INTO "entry" VALUES(37,'2026-小奖','X-1',3,36,'2026-05-11T10:00','计票',1,'event','{"accepted":{"_0":{"command":{"act":{"openVote":{}},"case":"X-1","data":{},"ifVersion":2},"isSecret":false,"opening":2,"stage":"vote","verb":"open_vote","whom":[]}}}',X'26FCF0EA2747DD8851E94BC980E9FC8A7846363046A62A994E3F2B2F27EE53C8');
INSERT INTO "entry" VALUES(38,'2026-小奖','X-1',3,36,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":[],"votes":{},"writtenOpinions":0},"opening":2}}',X'38427254A6A4DF6FE54A0FAEAB75DA70848FF39DB3E0A347B278C724E3074487');
INSERT INTO "entry" VALUES(39,'2026-小奖','X-1',3,39,'2026-05-11T10:00','m1',1,'act','{"consultations":[]}',X'B68E44A5E171710D6565D512E4CB90141E24C0FFDD93A74A132CCA047EF6BAD4');
INSERT INTO "entry" VALUES(40,'2026-小奖','X-1',4,39,'2026-05-11T10:00','m1',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'A87F625C4E24F4B10321DB325573FF36F44BE982B53DD3C7BDBEA87BE3AD203C');
INSERT INTO "entry" VALUES(41,'2026-小奖','X-1',4,39,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1"],"votes":{},"writtenOpinions":0},"opening":2}}',X'18934C15CDC946DE234FEA84B8FDAEDC4D6EF7974E1612BC5C5CEDE55F414825');
INSERT INTO "entry" VALUES(42,'2026-小奖','X-1',4,42,'2026-05-11T10:00','m2',1,'act','{"consultations":[]}',X'72D8556DF3DC482EA7186A66F6EC2A7547F0E35CFC4032578E6F5026D526B692');
INSERT INTO "entry" VALUES(43,'2026-小奖','X-1',5,42,'2026-05-11T10:00','m2',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'41CBAD21D0F483499AC6371FBFAEC89D25C98FD43CF3DCC24EBEFB7A4A11C4D9');
INSERT INTO "entry" VALUES(44,'2026-小奖','X-1',5,42,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2"],"votes":{},"writtenOpinions":0},"opening":2}}',X'B5625CBCBB1DACE302120204FF12920210D6478AFE9968A820329BC2314FE48E');
INSERT INTO "entry" VALUES(45,'2026-小奖','X-1',5,45,'2026-05-11T10:00','m3',1,'act','{"consultations":[]}',X'B941C28C3F1ECDD76F9347CF61C4912CA7DBD86DCEB099B66A609BDE22EE49C0');
INSERT INTO "entry" VALUES(46,'2026-小奖','X-1',6,45,'2026-05-11T10:00','m3',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'994972163F2D91034E8555EFA543A09AB9B38FB802C87504DA3A4E553FBA4FEA');
INSERT INTO "entry" VALUES(47,'2026-小奖','X-1',6,45,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3"],"votes":{},"writtenOpinions":0},"opening":2}}',X'161EC596A22A7CAFE202CAB6D39206776C5475B23022ADDFFFED3C27668DB239');
INSERT INTO "entry" VALUES(48,'2026-小奖','X-1',6,48,'2026-05-11T10:00','m4',1,'act','{"consultations":[]}',X'7716F8329F434C826B7CF208EBDF206B73BD8598D73EDBD01343173C1E842F64');
INSERT INTO "entry" VALUES(49,'2026-小奖','X-1',7,48,'2026-05-11T10:00','m4',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'81274D4043F79C81D97D52DFA7DFD83E6E2EED60EFCB17DDEB23422BB8796BDA');
INSERT INTO "entry" VALUES(50,'2026-小奖','X-1',7,48,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4"],"votes":{},"writtenOpinions":0},"opening":2}}',X'5A3D947C75665E771F4B898E7DA1531F1766DCAD7A5A0930C832FBF346D3D0AC');
INSERT INTO "entry" VALUES(51,'2026-小奖','X-1',7,51,'2026-05-11T10:00','m5',1,'act','{"consultations":[]}',X'6D5B88D6B24D1DE60B58B1D54FEF0FC1CC59AD92653DEB34DA9FF93DFE4E1451');
INSERT INTO "entry" VALUES(52,'2026-小奖','X-1',8,51,'2026-05-11T10:00','m5',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'A4AE5B3F0287B8AB872C5F3530482EE3C60E1B93D9893627EC368E0DB0914036');
INSERT INTO "entry" VALUES(53,'2026-小奖','X-1',8,51,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5"],"votes":{},"writtenOpinions":0},"opening":2}}',X'518270415308840CD01997D3405B0D2A3BD57DAB0FAD71D89EA4BB23171662C5');
INSERT INTO "entry" VALUES(54,'2026-小奖','X-1',8,54,'2026-05-11T10:00','m6',1,'act','{"consultations":[]}',X'AC7C5442D0DCA8E09AB2CF6E19005EE7A7E895DEDE0E7EE30445E443B35E543C');
INSERT INTO "entry" VALUES(55,'2026-小奖','X-1',9,54,'2026-05-11T10:00','m6',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'D55DA42EF2C2C709C1A59D878FB39733CA682614C452D11DE57E8F06EC809DAB');
INSERT INTO "entry" VALUES(56,'2026-小奖','X-1',9,54,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6"],"votes":{},"writtenOpinions":0},"opening":2}}',X'C1E992B0D7FF6970E3421E8DE3054D7031856F285F9230284F8C5A65B0AB0ED8');
INSERT INTO "entry" VALUES(57,'2026-小奖','X-1',9,57,'2026-05-11T10:00','m7',1,'act','{"consultations":[]}',X'E9E68C3372447D080E31D3D6598F40BD1F5A3F040089F91BE0798815592761E2');
INSERT INTO "entry" VALUES(58,'2026-小奖','X-1',10,57,'2026-05-11T10:00','m7',1,'event','{"accepted":{"_0":{"command":{"act":{"cast":{"_0":{"names":{"_0":[]}}}},"case":"X-1","data":{}},"isSecret":true,"opening":2,"stage":"vote","verb":"cast","whom":[]}}}',X'67A272A3EAF0A89CE394861F76B7E585286145EE3414FF8AFACC4B951D5B314F');
INSERT INTO "entry" VALUES(59,'2026-小奖','X-1',10,57,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6","m7"],"votes":{},"writtenOpinions":0},"opening":2}}',X'42C38F3D26F6D0952A1DED2ED76A9EED168DDF08FF90998060B4D922D2C4BA08');
INSERT INTO "entry" VALUES(60,'2026-小奖','X-1',10,60,'2026-05-11T10:00','计票',1,'act','{"command":{"act":{"closeVote":{}},"case":"X-1","data":{},"ifVersion":10},"consultations":[]}',X'3A9B02588C8B934A42B026323AAAF131AD40B4FBE3473C7DE53B22D4EBD68289');
INSERT INTO "entry" VALUES(61,'2026-小奖','X-1',11,60,'2026-05-11T10:00','计票',1,'event','{"accepted":{"_0":{"command":{"act":{"closeVote":{}},"case":"X-1","data":{},"ifVersion":10},"isSecret":false,"opening":2,"stage":"vote","verb":"close_vote","whom":[]}}}',X'4DE07C103A806EAD0F6DE60E13BD57D200D6A861C419A8C507A842589EB2A783');
INSERT INTO "entry" VALUES(62,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":true,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6","m7"],"votes":{},"writtenOpinions":0},"opening":2}}',X'74F931788EF06C273853B86FC3A43EC177D78E7FCE9DBBD7F32689D813B2AF22');
INSERT INTO "entry" VALUES(63,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"voteChanged":{"_1":{"adjournments":0,"caseTallies":{},"earlier":[],"hasOpened":true,"isOpen":false,"isRunOff":false,"isVoid":false,"number":1,"present":["m1","m2","m3","m4","m5","m6","m7"],"recusedFrom":{},"standings":{},"subjects":["X-1"],"tally":{"count":{"abstain":0,"no":0,"spoiled":0,"yes":7},"eligible":9,"issued":7,"passed":true,"present":7,"recused":0,"returned":7},"tellers":["计票"],"tieTallies":{},"took":["m1","m2","m3","m4","m5","m6","m7"],"votes":{},"writtenOpinions":0},"opening":2}}',X'36140397939B280E134357D6546DD1C0DA21461B570FB069740A6E25EEB173FD');
INSERT INTO "entry" VALUES(64,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m1"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m1","index":0,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'4D098A0CD919F14224ECBE8EA545426F8B032410107A37F896485B62BB482ABA');
INSERT INTO "entry" VALUES(65,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m2"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m2","index":1,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'B8D134E328F1AF4ECDC10645CE4C068C9B8144C9B156D89E0D6377B100237D24');
INSERT INTO "entry" VALUES(66,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m3"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m3","index":2,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'D913FF80A1E3FCB83123AC82C7517AF309EF4652B3D5A69E876D154A8F0805BB');
INSERT INTO "entry" VALUES(67,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m4"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m4","index":3,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'F992D1B9430A750938875D41C67A0C8A386BA53AA46863C66C382D20B5FB670B');
INSERT INTO "entry" VALUES(68,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m5"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m5","index":4,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'9E3F5E2C216EE33555C609EFBB302422735F8C0F2EC8D492F433FA867722F08E');
INSERT INTO "entry" VALUES(69,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m6"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m6","index":5,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'FE26B00657D36D24D11B5126475908D8684B38357118443AAEAF6F31FD66E3C0');
INSERT INTO "entry" VALUES(70,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["m7"],"delegates":[],"ending":"approved","escalatedTo":[],"holder":"m7","index":6,"isAsked":false,"isOverdue":false,"isParked":false,"opinions":[],"role":"委员"},"opening":2}}',X'EDA3EF667556C271D8FBBB6CE6D37198E3B1A7856C4897E0824BC80D66E0A65D');
INSERT INTO "entry" VALUES(71,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"passed","opening":2}}',X'497A2141A22AE0DC10E0DCF75F5651C406AEBE346496A146BCEAECC94630DC0E');
INSERT INTO "entry" VALUES(72,'2026-小奖','X-1',11,60,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"approved"}}',X'20570E393BC61BC6B3DFA06783CAE47F7407B0C882A0041F46DC59A98482DBF5');
INSERT INTO "entry" VALUES(73,'2026-小奖','X-1',11,60,'2026-05-11T10:00','计票',1,'counted','{"ballots":7,"digest":"sha256:ab626b989fd5a0bdfe141b6b85d10da0a5043f5773e5677853a1fe0e1125ea74","opening":2,"session":1}',X'69AA0A52F2F0D265E0EC18C24EF301E3BEDA371624523E4004BD025ECF199F41');
INSERT INTO "entry" VALUES(74,'2026-小奖','X-2',1,74,'2026-05-11T10:00','管理员',1,'act','{"command":{"act":{"terminate":{}},"case":"X-2","data":{},"ifVersion":1,"reason":"单位注销"},"consultations":[]}',X'5DF468254153A1A8B69AC343D752408AD1B8525A7929505DF82B958B2793167A');
INSERT INTO "entry" VALUES(75,'2026-小奖','X-2',2,74,'2026-05-11T10:00','管理员',1,'event','{"accepted":{"_0":{"command":{"act":{"terminate":{}},"case":"X-2","data":{},"ifVersion":1,"reason":"单位注销"},"isSecret":false,"verb":"terminate","whom":[]}}}',X'FF0FD84F5E3208F3E4C4B3374567815BBE0DAB7A67645ED0A143D3DE762E646B');
INSERT INTO "entry" VALUES(76,'2026-小奖','X-2',2,74,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"cancelled","opening":2}}',X'C1880DB2DCB1FC815CB1326562A77898404BD8BC2AA257945A25CE040CEA8D57');
INSERT INTO "entry" VALUES(77,'2026-小奖','X-2',2,74,'2026-05-11T10:00','system',1,'event','{"outcomeChanged":{"_0":"cancelled"}}',X'5D5AFBDEC5C834130EE339D73904AC422CA981914B8D23C64EBEAB92B8C20820');
INSERT INTO "entry" VALUES(78,'2026-小奖','X-2',2,74,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"terminated"}}',X'54E05DF9090554CB2DDCD9C1E3EA80DFF7D3705BCADE434A1A8DD4C059278EF3');
INSERT INTO "entry" VALUES(79,'2026-小奖','X-3',0,79,'2026-05-11T10:00','管理员',1,'act','{"command":{"act":{"terminate":{}},"case":"X-3","data":{},"ifVersion":0,"reason":"单位注销"},"consultations":[]}',X'BCA4C928856F0319C96E86508DEF3FEF3B95C0F1CD1B34714A4A8C94D6B93545');
INSERT INTO "entry" VALUES(80,'2026-小奖','X-3',1,79,'2026-05-11T10:00','管理员',1,'event','{"accepted":{"_0":{"command":{"act":{"terminate":{}},"case":"X-3","data":{},"ifVersion":0,"reason":"单位注销"},"isSecret":false,"verb":"terminate","whom":[]}}}',X'3BC06CA1DA226201A51705E5E4DE8163DD516CA66BF94E067DBDFE2AD5CFE84A');
INSERT INTO "entry" VALUES(81,'2026-小奖','X-3',1,79,'2026-05-11T10:00','system',1,'event','{"slotChanged":{"_1":{"candidates":["丙"],"delegates":[],"ending":"cancelled","escalatedTo":[],"holder":"丙","index":0,"isAsked":true,"isOverdue":false,"isParked":false,"opinions":[]},"opening":1}}',X'CFBD046EAC3812BD370EA2F284D939A2E80A82214EBB52234E359D63F70B6EFC');
INSERT INTO "entry" VALUES(82,'2026-小奖','X-3',1,79,'2026-05-11T10:00','system',1,'event','{"closed":{"_1":"cancelled","opening":1}}',X'3393758EFEC7DFA812FC86AF165B143E1310846AFC8B727892BE1CB52E90AF1B');
INSERT INTO "entry" VALUES(83,'2026-小奖','X-3',1,79,'2026-05-11T10:00','system',1,'event','{"outcomeChanged":{"_0":"cancelled"}}',X'03DA52343FC1CEEBC6337CCC39ACFFD4C6DD3D19FB7C10C4932B2188E89299C5');
INSERT INTO "entry" VALUES(84,'2026-小奖','X-3',1,79,'2026-05-11T10:00','system',1,'event','{"stateChanged":{"_0":"terminated"}}',X'FA2C8495749ED8E55536ED744AC1B670384F51664700E849E0232AD33B2735F7');
INSERT INTO "entry" VALUES(85,'2026-小奖',NULL,17,85,'2026-05-12T10:00','经办',1,'closed','{}',X'A0268F35AD24BB03CEE8C2F9FE16DBA613BE8715194BF3D9CE84AC5814A092B9');
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "head" VALUES(1,85,X'A0268F35AD24BB03CEE8C2F9FE16DBA613BE8715194BF3D9CE84AC5814A092B9');
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
INSERT INTO "item" VALUES('2026-小奖','X-3','丙厂','terminated','cancelled',NULL,1);
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
INSERT INTO "outbox" VALUES(3,'2026-小奖',10,'sms','{"asking":{"actor":"丙","case":"X-3","opening":1,"stage":"apply"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(4,'2026-小奖',21,'sms','{"asking":{"actor":"m1","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(5,'2026-小奖',21,'sms','{"asking":{"actor":"m2","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(6,'2026-小奖',21,'sms','{"asking":{"actor":"m3","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(7,'2026-小奖',21,'sms','{"asking":{"actor":"m4","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(8,'2026-小奖',21,'sms','{"asking":{"actor":"m5","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(9,'2026-小奖',21,'sms','{"asking":{"actor":"m6","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(10,'2026-小奖',21,'sms','{"asking":{"actor":"m7","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(11,'2026-小奖',21,'sms','{"asking":{"actor":"m8","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(12,'2026-小奖',21,'sms','{"asking":{"actor":"m9","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(13,'2026-小奖',21,'sms','{"asking":{"actor":"计票","case":"X-1","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(14,'2026-小奖',27,'sms','{"asking":{"actor":"m1","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(15,'2026-小奖',27,'sms','{"asking":{"actor":"m2","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(16,'2026-小奖',27,'sms','{"asking":{"actor":"m3","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(17,'2026-小奖',27,'sms','{"asking":{"actor":"m4","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(18,'2026-小奖',27,'sms','{"asking":{"actor":"m5","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(19,'2026-小奖',27,'sms','{"asking":{"actor":"m6","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(20,'2026-小奖',27,'sms','{"asking":{"actor":"m7","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(21,'2026-小奖',27,'sms','{"asking":{"actor":"m8","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(22,'2026-小奖',27,'sms','{"asking":{"actor":"m9","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
INSERT INTO "outbox" VALUES(23,'2026-小奖',27,'sms','{"asking":{"actor":"计票","case":"X-2","opening":2,"stage":"vote"},"event":"stage_entered","listener":"sms"}',0,NULL);
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
INSERT INTO "record" VALUES('2026-小奖','X-3',1,8,'sha256:2db5f7126a4a92da0cd844ccf4e4eb9b4afa91bcf98c48655722a716940679d0');
CREATE TABLE round (
  id TEXT PRIMARY KEY,
  award TEXT NOT NULL,
  edition TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "round" VALUES('2026-小奖','小奖','2026','ended',17,'2026-05-11T09:00','2026-05-12T10:00');
CREATE INDEX entry_by_subject ON entry (round, subject, seq);
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries stay as they are'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;
CREATE INDEX assessment_by_subject ON assessment (round, subject, entry);
COMMIT;
