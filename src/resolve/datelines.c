/*
 * datelines.c: where and when a dispatch was filed, and by whom.
 */
#include "bodies.h"

void
cq_resolve_dateline(CqAnalysis *analysis)
{
	const CqCandidates *found = &analysis->found[CQ_ROUND_WORDS];
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	analysis->dateline.date = CQ_NO_DATE;
	for (uint32_t i = 0; i < found->all.len; i++)
	{
		const CqCandidate *candidate = &found->all.at[i];
		CqSpan		place;
		const CqUnit *unit;
		const CqSense *sense;

		if (candidate->yield != CQ_YIELD_DATELINE)
			continue;
		place = cq_candidate_slot(found, candidate, CQ_SLOT_PLACE);
		unit = &units->at[place.start];
		sense = cq_unit_sense(analysis->lexicon, unit, CQ_CLASS_CITIES);
		analysis->has_dateline = true;
		if (sense != NULL)
			analysis->dateline.place = cq_sense_canonical(analysis->lexicon, sense);
		analysis->dateline.country = cq_unit_country(analysis, unit);
		return;
	}
}
