"""When a review by experts counts (design §5), so that no judgement is one's own."""

from decimal import ROUND_CEILING
from hashlib import sha256

from pilotkit.model.evidence.review import Review
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard


def text_hash(standard: Standard) -> str:
    """Return the SHA-256 of a standard's text as it is now."""
    return sha256(standard.text.encode()).hexdigest()


def valid_sample(review: Review, repository: Repository) -> tuple[Standard, ...]:
    """Return the own issued standards of the sample whose text is still that which was reviewed."""
    found: dict[str, Standard] = {}
    for sampled in review.sample:
        standard = repository.standards_by_id.get(sampled.standard)
        if (
            isinstance(standard, Standard)
            and standard.issued_on(repository.day)
            and text_hash(standard) == sampled.sha256
        ):
            found[standard.id] = standard
    return tuple(found.values())


def needed_sample(repository: Repository) -> int:
    """Return how many standards a sample needs: so many and such a share, all where fewer."""
    thresholds = repository.table.thresholds
    issued = sum(one.issued_on(repository.day) for one in repository.standards)
    share = (issued * thresholds.sample_share).to_integral_value(ROUND_CEILING)
    return min(issued, max(thresholds.sample, int(share)))


def review_lacks(review: Review, repository: Repository) -> Sentence | None:
    """Say why a review does not count; None where it does."""
    thresholds = repository.table.thresholds
    named = {one.person for one in review.reviewers}
    if len(named) < thresholds.reviewers:
        return Sentence(
            f"评审专家只有 {len(named)} 名，要 {thresholds.reviewers} 名",
            f"{len(named)} reviewers, {thresholds.reviewers} are needed",
        )
    sample = valid_sample(review, repository)
    owners = {repository.unit_id(standard.unit) for standard in sample}
    for one in review.reviewers:
        if one.unit and repository.unit_id(one.unit) in owners:
            return Sentence(
                f"专家 {one.person} 来自被评标准的单位", f"{one.person} is of a sampled unit"
            )
    if not review.signed or not (review.files or review.archive):
        return Sentence("没有附签字的评审表", "no signed sheet is attached")
    if not review.seed:
        return Sentence("没有写抽样种子", "no seed is printed")
    if len(sample) < needed_sample(repository):
        return Sentence(
            f"样本里文本未变的只有 {len(sample)} 项，要 {needed_sample(repository)} 项",
            f"{len(sample)} sampled texts unchanged, {needed_sample(repository)} are needed",
        )
    return None
