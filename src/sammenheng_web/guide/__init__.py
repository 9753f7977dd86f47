"""The guide (no: veileder): activities and questions of each phase with each partner's answer, advice, cases."""
