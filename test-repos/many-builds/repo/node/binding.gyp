{'targets': [{'target_name': 'quick', 'sources': ['addon/quick.cc']}]}
