"""What experts ask in the steps of an inspection, with the answers of the records."""

from pilotkit.plan.questions.question import Answer, Question

__all__ = ["Answer", "Question"]
