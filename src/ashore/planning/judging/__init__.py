"""A second judge of plans: any list of intended payments, followed through the exact loans."""
