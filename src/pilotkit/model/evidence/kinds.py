"""The one list of kinds of evidence. A kind is a file of this folder and a line here."""

from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.evidence.disclosure import Disclosure
from pilotkit.model.evidence.efficiency import Efficiency
from pilotkit.model.evidence.examination import Examination
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.investigation import Investigation
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.publicity import Publicity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.review import Review
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.evidence.training import Training

EVIDENCE_KINDS: dict[str, type[Evidence]] = {
    "文件": OfficialDocument,
    "会议": Meeting,
    "培训": Training,
    "岗位考核": Examination,
    "宣传": Publicity,
    "调研": Investigation,
    "标准制修订": Revision,
    "实施记录": PracticeRecord,
    "监督检查": Inspection,
    "内部审核": Audit,
    "不合格项": Nonconformity,
    "满意度调查": Survey,
    "意见投诉": Complaints,
    "信息公开": Disclosure,
    "效能对比": Efficiency,
    "专家评审": Review,
    "业绩": Achievement,
}
